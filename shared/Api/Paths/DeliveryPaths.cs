using SalesReports.Delivery;
using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of the ledger of deliveries.</summary>
public static class DeliveryPaths
{
    public const string AllTemplate = "v1/deliveries";
    public const string RetryTemplate = "v1/deliveries/{id}/retry";

    private const string SomeId = "weekly-2026-W47-company-r1-3f9a0c1d2e4b5a673f9a0c1d2e4b5a67";

    internal static readonly string[] Kinds = ["weekly", "monthly", "volumeAlarm"];
    internal static readonly string[] States = [.. Enum.GetValues<DeliveryState>().Select(state => state.Name())];

    public static Route List { get; } = new("ListDeliveries", AllTemplate, Role.Admin, "What was sent to whom and what became of it, newest period first",
        [
            new("kind", "query", "Only of this kind.", $$"""{ "type": "string", "enum": {{Names(Kinds)}} }"""),
            new("period", "query", "Only of this week, month or day.", """{ "type": "string", "examples": ["2026-W47"] }"""),
            new("status", "query", "Only in this state.", $$"""{ "type": "string", "enum": {{Names(States)}} }"""),
            Cursor, Limit,
        ],
        [Ok("A page of deliveries", "DeliveryList"), .. AdminRefusals()]);

    public static Route Retry { get; } = new("RetryDelivery", RetryTemplate, Role.Admin, "Send once more what failed, or what is unknown and was not sent",
        [RouteParts.Id("A delivery, as the list names it.", "^(weekly|monthly|volumeAlarm)-.{1,300}$", SomeId)],
        [new(202, "Queued", [Json], "Delivery"), .. AdminRefusals(), Refused(Problems.NoSuch("delivery", "deliveries", "id", SomeId)), Refused(Problems.NotToRetry("accepted"))])
    { Method = "post" };

    internal static IReadOnlyList<Route> All { get; } = [List, Retry];
}
