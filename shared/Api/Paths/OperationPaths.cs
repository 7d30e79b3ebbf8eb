using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of building and sending by hand, and of how such work goes.</summary>
public static class OperationPaths
{
    public const string AllTemplate = "v1/operations";
    public const string OneTemplate = "v1/operations/{id}";
    public const string SendTemplate = "v1/reports/{kind}/{period}/send";
    public const string BuildTemplate = "v1/reports/{kind}/{period}/build";

    public static Route Get { get; } = new("GetOperation", OneTemplate, Role.Admin, "How work goes that was asked for",
        [RouteParts.Id("An operation, as the answer that began it names it.", "^[0-9a-f]{24}$", "3f9a0c1d2e4b5a673f9a0c1d")], [Ok("How it goes", "Operation"), .. AdminRefusals(), Refused(Problems.NoOperation("3f9a0c1d2e4b5a673f9a0c1d"))]);

    public static Route Build { get; } = new("BuildReport", BuildTemplate, Role.Admin, "Build a report anew; unchanged inputs give the stored revision",
        [Kind, Period, IdempotencyKey], [Queued(), .. AdminRefusals(404, 422)])
    { Method = "post" };

    public static Route Send { get; } = new("SendReport", SendTemplate, Role.Admin, "Send a report now; whoever has theirs gets nothing again",
        [
            Kind, Period,
            new("recipient", "query", "Only to this recipient; to all who get the kind when absent.", """{ "type": "string", "pattern": "^[0-9a-f]{16}$", "examples": ["3f9a0c1d2e4b5a67"] }"""),
            new("corrected", "query", "The latest revision to those who got an earlier one, marked as corrected.", """{ "type": "string", "enum": ["true", "false"], "default": "false" }"""),
            IdempotencyKey,
        ],
        [Queued(), .. AdminRefusals(404, 422), Refused(Problems.SendingIsOff)])
    { Method = "post" };

    internal static IReadOnlyList<Route> All { get; } = [Get, Build, Send];
}
