using System.Globalization;
using SalesReports.Api;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>A company with a week and a month built, people, deliveries and links, behind the API: every address has something to answer well.</summary>
public sealed class ContractWorld(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-mail-").FullName;
    private readonly SignedEvents _provider = new();
    private ApiServer? _server;
    private int _number;
    private int _events;

    internal static Period Week { get; } = Period.WeekOf(new DateOnly(2026, 11, 16));

    internal ApiServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>A reader's key of one team.</summary>
    internal string North { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?>
        {
            ["Delivery:MailFolder"] = _folder,
            ["Delivery:PublicBaseUrl"] = "https://reports.example.com",
            ["Delivery:AllowedDomains:0"] = "example.com",
            ["Delivery:SendingEnabled"] = "true",
            ["Delivery:ActivatedAt"] = "2026-01-01T00:00:00Z",
            ["Delivery:SendGrid:WebhookKey"] = _provider.PublicKey,
        });
        await WriteFactsAsync(_server.World.Get<FactStore>());
        await _server.World.Get<RollUp>().SweepAsync(null, Cancellation);
        await _server.World.Get<BuildReport>().RunAsync(Week, Cancellation);
        await _server.World.Get<BuildReport>().RunAsync(Period.MonthOf(new DateOnly(2026, 10, 1)), Cancellation);
        North = (await _server.World.Get<ApiKeys>().CreateAsync(Role.Reader, "team:North", null, "North's dashboard", "test", Cancellation)).Text;
        await PlanAsync(DeliveryState.Accepted);
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A request that this address answers well, by an admin; each has a recipient, a key or a delivery of its own.</summary>
    internal async Task<Call> WellAsync(Route route)
    {
        var call = new Call(
            route.Method, ApiServer.PathOf(route), route.Body?.Example, route.Body?.ContentType ?? "text/plain", Server.Keys.Admin,
            route.Parameters.Any(parameter => parameter.Name == "If-Match") ? [("If-Match", "*")] : []);
        return route.Name switch
        {
            "AddRecipient" => call with { Body = Draft(NewAddress()) },
            "ReplaceRecipient" => NamingRecipient(route, call, await AddAsync()) with { Body = Draft(NewAddress()) },
            "GetRecipient" or "DeleteRecipient" or "PauseRecipient" or "ResumeRecipient" or "PreviewRecipient" or "TestRecipient" => NamingRecipient(route, call, await AddAsync()),
            "DeleteKey" => call with { Path = $"/api/v1/keys/{(await Server.World.Get<ApiKeys>().CreateAsync(Role.Reader, "company", null, "", "test", Cancellation)).Key.Id}" },
            "GetOperation" => call with { Path = (await Server.AdminAsync(HttpMethod.Post, "/api/v1/reports/weekly/2026-W47/build")).Headers.Location!.ToString() },
            "RetryDelivery" => call with { Path = $"/api/v1/deliveries/{await PlanAsync(DeliveryState.Failed)}/retry" },
            "ImportFile" => call with { Path = "/api/v1/imports/customers" },
            "OpenLink" => call with { Path = await LinkAsync(1) },
            "ShowUnsubscribe" or "Unsubscribe" => call with { Path = (await Links.UnsubscribeAsync(await FindAsync(await AddAsync()), Cancellation))!.PathAndQuery },
            "ReceiveEvents" => Signed(call),
            _ => call,
        };
    }

    internal static string Draft(string address) => $$"""{ "email": "{{address}}", "displayName": "Anna Martin", "language": "en", "reports": ["weekly"], "attachments": ["pdf"] }""";

    /// <returns>The id of a recipient whom nobody else uses.</returns>
    internal async Task<string> AddAsync() => (await Server.AdminAsync(HttpMethod.Post, "/api/v1/recipients", Draft(NewAddress()))).Json().GetProperty("id").GetString()!;

    /// <returns>The id of a delivery of the week to somebody of its own.</returns>
    internal async Task<string> PlanAsync(DeliveryState state)
    {
        var recipient = await AddAsync();
        var id = DeliveryId.Of(Week, "company", 1, recipient);
        await Server.World.Get<DeliveryLedger>().EnqueueAsync(
            Week.Name, [new DeliveryRecord { Id = id, Kind = "weekly", Period = Week.Name, Scope = "company", RecipientId = recipient, Revision = 1, State = state }], Cancellation);
        return id;
    }

    internal async Task<string> LinkAsync(int revision) => (await Links.ReportAsync(await FindAsync(await AddAsync()), Week, "company", revision, Cancellation))!.AbsolutePath;

    private MailLinks Links => Server.World.Get<MailLinks>();

    private Call Signed(Call call)
    {
        var body = _provider.Body(_provider.Event("delivered", ++_events % 60, null));
        var (signature, timestamp) = _provider.Sign(body, Server.World.Clock.GetUtcNow());
        return (call with { Body = body }).With(ReceiveEvents.SignatureHeader, signature).With(ReceiveEvents.TimestampHeader, timestamp);
    }

    private async Task<Recipient> FindAsync(string id) => (await Server.World.Get<RecipientTable>().FindAsync(id, Cancellation))!;

    private static Call NamingRecipient(Route route, Call call, string id) =>
        call with { Path = (Routes.Prefix + route.Template).Replace("{id}", id, StringComparison.Ordinal) };

    private string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"anna.{++_number}@example.com");

    private static async Task WriteFactsAsync(FactStore facts)
    {
        var first = new DateOnly(2026, 8, 3);
        var orders = Enumerable.Range(0, 112).Select(day => Made.Order($"O-{day:000}", first.AddDays(day), $"C-{day % 7}", 1000 + (day * 10)) with { RepId = day % 2 == 0 ? "R-1" : "R-2" });
        await facts.WriteAsync(FactKind.Orders, [.. orders], 1, Cancellation);
        var deals = Enumerable.Range(0, 16).Select(week => Made.Deal(
            $"D-{week:00}", first.AddDays(7 * week), first.AddDays((7 * week) + 5), week % 3 == 0 ? Outcome.Lost : Outcome.Won));
        await facts.WriteAsync(FactKind.Opportunities, [.. deals], 1, Cancellation);
    }
}
