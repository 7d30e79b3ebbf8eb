using System.Security.Cryptography;
using System.Text;
using SalesReports.Api;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>The provider's events, as it sends them: signed, in any order, more than once. Source: delivery.md, sending.</summary>
public sealed class WebhookRouteTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Hook = "/api/v1/webhooks/sendgrid";
    private const string Recipients = "/api/v1/recipients";

    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));

    private readonly SignedEvents _provider = new();
    private ApiServer _server = null!;
    private string _anna = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Delivery:SendGrid:WebhookKey"] = _provider.PublicKey });
        _anna = await AddAsync("anna@example.com", isRequired: false);
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Events_in_any_order_and_doubled_end_in_the_same_ledger()
    {
        var id = await PlanAsync(_anna);
        string[] events = [_provider.Event("processed", 1, id), _provider.Event("deferred", 2, id), _provider.Event("delivered", 3, id)];
        foreach (var order in (int[][])[[2, 0, 1], [1, 1, 2, 0], [0, 1, 2, 2]])
        {
            Assert.Equal(200, (await SendAsync([.. order.Select(index => events[index])])).Status);
            Assert.Equal(DeliveryState.Delivered, (await _server.World.Get<DeliveryLedger>().FindAsync(id, Cancellation))!.State);
        }

        _server.World.Clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal(1, (await SendAsync([_provider.Event("bounce", 4, id, "anna@example.com", "bounce")])).Json().GetProperty("taken").GetInt32());
        Assert.Equal(DeliveryState.Bounced, (await _server.World.Get<DeliveryLedger>().FindAsync(id, Cancellation))!.State);
        Assert.Equal("bounced", await StatusAsync(_anna));
    }

    [Fact]
    public async Task What_was_not_signed_by_the_provider_or_long_ago_is_refused()
    {
        var id = await PlanAsync(_anna);
        var body = _provider.Body(_provider.Event("bounce", 1, id, "anna@example.com", "bounce"));
        var (signature, timestamp) = _provider.Sign(body, _server.World.Clock.GetUtcNow());
        using var stranger = new SignedEvents();

        Assert.Equal(403, (await PostAsync(body, stranger.Sign(body, _server.World.Clock.GetUtcNow()))).Status);
        Assert.Equal(403, (await PostAsync(body[..^2], (signature, timestamp))).Status);
        Assert.Equal(403, (await PostAsync(body, (signature, "1"))).Status);
        Assert.Equal(403, (await PostAsync(body, _provider.Sign(body, _server.World.Clock.GetUtcNow().AddMinutes(-11)))).Status);
        Assert.Equal(403, (await PostAsync(body, _provider.Sign(body, _server.World.Clock.GetUtcNow().AddMinutes(11)))).Status);
        Assert.Equal(403, (await _server.SendAsync(HttpMethod.Post, Hook, Json(body), "")).Status);
        Assert.Equal("active", await StatusAsync(_anna));

        Assert.Equal(200, (await PostAsync(body, (signature, timestamp))).Status);
        Assert.Equal("bounced", await StatusAsync(_anna));
    }

    [Fact]
    public async Task The_same_request_is_refused_and_the_same_event_changes_nothing_a_second_time()
    {
        var body = _provider.Body(_provider.Event("spamreport", 1, null, "ANNA@example.com"));
        var signed = _provider.Sign(body, _server.World.Clock.GetUtcNow());
        Assert.Equal(200, (await PostAsync(body, signed)).Status);
        Assert.Equal("unsubscribed", await StatusAsync(_anna));

        _server.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await _server.AdminAsync(HttpMethod.Post, $"{Recipients}/{_anna}/resume", null, ("If-Match", "*"))).Status);
        Assert.Equal(409, (await PostAsync(body, signed)).Status);
        Assert.Equal(0, (await PostAsync(body, _provider.Sign(body, _server.World.Clock.GetUtcNow()))).Json().GetProperty("taken").GetInt32());
        Assert.Equal("active", await StatusAsync(_anna));
    }

    [Fact]
    public async Task A_required_recipient_is_paused_and_the_admins_are_told()
    {
        var boss = await AddAsync("boss@example.com", isRequired: true);

        await SendAsync([_provider.Event("unsubscribe", 1, null, "boss@example.com")]);

        Assert.Equal("paused", await StatusAsync(boss));
        var alert = Assert.Single(await _server.World.Get<AlertStore>().ListAsync(null, Cancellation));
        Assert.Equal((AlertState.Open, boss), (alert.State, alert.Subject));
        Assert.DoesNotContain("@", alert.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_about_an_address_that_is_no_longer_theirs_changes_nobody()
    {
        var id = await PlanAsync(_anna);

        await SendAsync([_provider.Event("bounce", 1, id, "anna.old@example.com", "bounce"), _provider.Event("bounce", 2, "weekly-2026-W47-company-r1-00000000000000000000000000000000", "nobody@example.com", "bounce")]);

        Assert.Equal("active", await StatusAsync(_anna));
    }

    private async Task<string> AddAsync(string email, bool isRequired)
    {
        var added = await _server.AdminAsync(HttpMethod.Post, Recipients, $$"""{ "email": "{{email}}", "required": {{(isRequired ? "true" : "false")}} }""");
        _server.World.Clock.Advance(TimeSpan.FromMinutes(5));
        return added.Json().GetProperty("id").GetString()!;
    }

    private async Task<string> StatusAsync(string id) => (await _server.AdminAsync(HttpMethod.Get, $"{Recipients}/{id}")).Json().GetProperty("status").GetString()!;

    private async Task<string> PlanAsync(string recipient)
    {
        var id = DeliveryId.Of(Week, "company", 1, recipient);
        await _server.World.Get<DeliveryLedger>().EnqueueAsync(
            Week.Name, [new DeliveryRecord { Id = id, Kind = "weekly", Period = Week.Name, Scope = "company", RecipientId = recipient, Revision = 1 }], Cancellation);
        return id;
    }

    private Task<Reply> SendAsync(params string[] events)
    {
        var body = _provider.Body(events);
        return PostAsync(body, _provider.Sign(body, _server.World.Clock.GetUtcNow()));
    }

    private Task<Reply> PostAsync(string body, (string Signature, string Timestamp) signed) => _server.SendAsync(
        HttpMethod.Post, Hook, Json(body), "", (ReceiveEvents.SignatureHeader, signed.Signature), (ReceiveEvents.TimestampHeader, signed.Timestamp));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
