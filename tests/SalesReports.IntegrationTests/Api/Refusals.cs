using SalesReports.Api;
using SalesReports.Delivery;
using SalesReports.Facts;

namespace SalesReports.IntegrationTests.Api;

/// <summary>For each refusal that an address documents a request that has earned it: one that would be answered well but for one thing.</summary>
internal sealed class Refusals(ContractWorld world)
{
    /// <summary>Faults of our own, which no caller brings about: GateTests and HealthTests do.</summary>
    public static IReadOnlyList<int> NotByCallers { get; } = [500, 503];

    /// <summary>After ten others without a key.</summary>
    public const int TooMany = 429;

    public async Task<Call> EarnAsync(Route route, int status)
    {
        var well = await world.WellAsync(route);
        return status switch
        {
            400 => well.Asking("scop=team:North"),
            401 => well with { Key = "" },
            403 => Forbidden(route, well),
            404 => await MissingAsync(route, well),
            406 => well.With("Accept", "image/png"),
            409 => await InTheWayAsync(route, well),
            410 => route == LinkPaths.Report ? well with { Path = "/api/v1/links/a.b" } : well with { Path = "/api/v1/unsubscribe?token=a.b" },
            412 => well.With("If-Match", "\"0\""),
            413 => (well with { Body = new string(' ', (int)route.Body!.MostBytes + 1) }).With("Expect", "100-continue"),
            414 => well.Asking("x=" + new string('a', 5000)),
            415 => well with { BodyType = "application/xml" },
            416 => well.With("Range", "bytes=99999999-"),
            422 => await ReusedAsync(well),
            428 => well.Without("If-Match"),
            _ => throw new InvalidOperationException($"{route.Name} documents {status}, which nothing here earns."),
        };
    }

    private Call Forbidden(Route route, Call well) =>
        route.Role == Role.Admin ? well with { Key = world.Server.Keys.Reader }
        : route == LinkPaths.Events ? well.With(ReceiveEvents.SignatureHeader, "AAAA")
        : route == Routes.List ? well with { Key = world.North }
        : (well with { Key = world.North }).Asking("scope=" + ScopeName.Company);

    private async Task<Call> MissingAsync(Route route, Call well) => route.Name switch
    {
        "PullSource" => well.Replacing("/csv/", "/hubspot/"),
        "OpenLink" => well with { Path = await world.LinkAsync(99) },
        "BuildReport" or "SendReport" => well.Replacing("2026-W47", "2026-W50"),
        _ when route.Template.StartsWith(Routes.ReportTemplate, StringComparison.Ordinal) => well.Replacing("2026-W47", "2026-W40"),
        _ => well with { Path = ApiServer.PathOf(route) },
    };

    private async Task<Call> InTheWayAsync(Route route, Call well)
    {
        switch (route.Name)
        {
            case "AddRecipient" or "ReplaceRecipient":
                var taken = await world.WellAsync(RecipientPaths.Add);
                await taken.SendAsync(world.Server);
                return well with { Body = taken.Body };
            case "DeleteKey":
                return well with { Path = "/api/v1/keys/" + ApiKey.IdIn(world.Server.Keys.Admin) };
            case "RetryDelivery":
                return well with { Path = $"/api/v1/deliveries/{await world.PlanAsync(DeliveryState.Accepted)}/retry" };
            case "SendReport":
                var id = await world.AddAsync();
                await world.Server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{id}/pause", null, ("If-Match", "*"));
                return well.Asking("recipient=" + id);
            default:
                await well.SendAsync(world.Server);
                return well;
        }
    }

    private async Task<Call> ReusedAsync(Call well)
    {
        var first = well.With(StartedWork.Header, $"reused {well.Path}");
        await first.SendAsync(world.Server);
        return first.Path.Contains("W47", StringComparison.Ordinal) ? first.Replacing("W47", "W46") : first.Asking("from=2026-11-01");
    }
}
