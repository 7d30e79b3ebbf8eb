using System.Globalization;
using System.Text;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>
/// From the due report to the provider's events, with the mailer that production uses, over HTTP: each fault ends in the right
/// state of the ledger, is tried again or not, and is told or not. Source: delivery.md, sending; connectors.md 7.
/// </summary>
public sealed class ProviderPathTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly SignedEvents _events = new();
    private FakeSendGrid _provider = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await FakeSendGrid.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _events.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_report_keeps_the_providers_limits_and_reaches_each_person_once()
    {
        await using var world = await OpenAsync("anna", "bob");

        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromHours(2));

        Assert.Equal(["anna@example.com", "bob@example.com"], _provider.Accepted.Select(To).Order(StringComparer.Ordinal));
        Assert.Equal(2, _provider.Requests);
        Assert.All(await world.LedgerAsync(), row => Assert.Equal((DeliveryState.Accepted, 1), (row.State, row.Attempts)));
        Assert.Equal((await world.LedgerAsync()).Select(row => row.Id).Order(StringComparer.Ordinal), _provider.Accepted.Select(IdOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task A_refusal_fails_at_once_with_one_alert_and_only_a_person_sends_it_again(int status)
    {
        await using var world = await OpenAsync("anna");
        _provider.Answer(status);

        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromHours(3));

        Assert.Equal((1, 0), (_provider.Requests, _provider.Accepted.Count));
        var row = Assert.Single(await world.LedgerAsync());
        Assert.Equal((DeliveryState.Failed, 1), (row.State, row.Attempts));
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), row.LastError, StringComparison.Ordinal);
        var alert = Assert.Single(await AlertsAsync(world));
        Assert.Equal(AlertState.Open, alert.State);

        await world.World.Get<RetryWork>().RetryAsync(alert, Token);
        await world.DrainAsync();
        await world.DrainAsync();

        Assert.Single(_provider.Accepted);
        Assert.Equal(DeliveryState.Accepted, Assert.Single(await world.StatesAsync()));
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_after_the_reset_that_the_header_names_and_not_before()
    {
        await using var world = await OpenAsync("anna");
        _provider.Answer(429, ("X-RateLimit-Reset", world.World.Clock.GetUtcNow().AddMinutes(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromMinutes(19));
        Assert.Equal((1, DeliveryState.Queued), (_provider.Requests, Assert.Single(await world.StatesAsync())));

        // Jitter adds up to half of the pause, and the sweep waits for a message that was lost.
        await world.LaterAsync(TimeSpan.FromMinutes(12));
        await world.LaterAsync(TimeSpan.FromMinutes(11));

        Assert.Equal((2, 1), (_provider.Requests, _provider.Accepted.Count));
        Assert.Equal((DeliveryState.Accepted, 2), (Assert.Single(await world.LedgerAsync()).State, Assert.Single(await world.LedgerAsync()).Attempts));
        Assert.Empty(await AlertsAsync(world));
    }

    [Theory]
    [InlineData(1, 1, DeliveryState.Accepted, 0)]
    [InlineData(4, 1, DeliveryState.Accepted, 0)]
    [InlineData(5, 0, DeliveryState.Failed, 1)]
    public async Task A_provider_that_fails_is_tried_five_times_and_told_of_once(int failures, int taken, DeliveryState state, int alerts)
    {
        await using var world = await OpenAsync("anna");
        foreach (var _ in Enumerable.Range(0, failures))
        {
            _provider.Answer(500);
        }

        await world.TickAsync();
        foreach (var _ in Enumerable.Range(0, 8))
        {
            await world.LaterAsync(TimeSpan.FromHours(2));
        }

        Assert.Equal((Math.Min(failures + 1, 5), taken, state), (_provider.Requests, _provider.Accepted.Count, Assert.Single(await world.StatesAsync())));
        Assert.Equal(alerts, (await AlertsAsync(world)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_taken_and_its_answer_lost_is_resolved_by_an_event_and_not_sent_again(bool isCut)
    {
        await using var world = await OpenAsync("anna");
        Lose(isCut);
        await world.TickAsync();
        Assert.Equal(DeliveryState.Unknown, Assert.Single(await world.StatesAsync()));

        await TellAsync(world, _events.Event("processed", 1, IdOf(Assert.Single(_provider.Accepted))));
        await world.LaterAsync(TimeSpan.FromHours(3));

        Assert.Equal((1, 1, DeliveryState.Accepted), (_provider.Requests, _provider.Accepted.Count, Assert.Single(await world.StatesAsync())));
        Assert.Empty(await AlertsAsync(world));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_event_it_is_sent_once_more_after_the_grace_which_is_the_one_exception(bool isCut)
    {
        await using var world = await OpenAsync("anna");
        Lose(isCut);
        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromMinutes(14));
        Assert.Equal(1, _provider.Requests);

        await world.LaterAsync(TimeSpan.FromMinutes(2));
        await world.LaterAsync(TimeSpan.FromHours(3));

        Assert.Equal((2, 2, DeliveryState.Accepted), (_provider.Requests, _provider.Accepted.Count, Assert.Single(await world.StatesAsync())));
    }

    [Fact]
    public async Task A_request_that_timed_out_untaken_ends_in_exactly_one_message()
    {
        await using var world = await OpenAsync("anna");
        _provider.Swallow(TimeSpan.FromSeconds(6));
        await world.TickAsync();
        Assert.Equal(DeliveryState.Unknown, Assert.Single(await world.StatesAsync()));

        await world.LaterAsync(TimeSpan.FromMinutes(16));

        Assert.Equal((1, DeliveryState.Accepted), (_provider.Accepted.Count, Assert.Single(await world.StatesAsync())));
    }

    [Fact]
    public async Task Events_out_of_order_doubled_and_delayed_end_in_the_truth_and_a_bounced_address_gets_nothing_more()
    {
        await using var world = await OpenAsync("anna", "bob");
        await world.TickAsync();
        var anna = IdOf(_provider.Accepted.Single(mail => To(mail) == "anna@example.com"));
        var bob = IdOf(_provider.Accepted.Single(mail => To(mail) == "bob@example.com"));

        await TellAsync(world, _events.Event("delivered", 3, anna), _events.Event("deferred", 2, anna), _events.Event("delivered", 3, anna));
        await TellAsync(world, _events.Event("processed", 1, anna), _events.Event("deferred", 2, bob, "bob@example.com"));
        Assert.Equal([DeliveryState.Deferred, DeliveryState.Delivered], (await world.StatesAsync()).OrderByDescending(state => state));
        world.World.Clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal(0, await TellAsync(world, _events.Event("delivered", 3, anna)));
        await TellAsync(world, _events.Event("bounce", 9, bob, "bob@example.com", "bounce"));
        await world.LaterAsync(TimeSpan.FromHours(3));

        Assert.Equal([DeliveryState.Bounced, DeliveryState.Delivered], (await world.StatesAsync()).OrderByDescending(state => state));
        Assert.Equal(2, _provider.Requests);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero));
        await world.AddOrdersAsync(SalesReports.IntegrationTests.Store.Made.Order("O9", new DateOnly(2026, 11, 25), "C1", 10));
        await world.TickAsync();
        Assert.Equal(["anna@example.com"], _provider.Accepted.Skip(2).Select(To));
    }

    private Task<SendingWorld> OpenAsync(params string[] names) => SendingWorld.Open(azurite, "sendgrid", new()
    {
        ["Delivery:SendGrid:ApiKey"] = FakeSendGrid.Key,
        ["Delivery:SendGrid:Host"] = _provider.Address,
        ["Delivery:SendGrid:TimeoutSeconds"] = "4",
        ["Delivery:SendGrid:WebhookKey"] = _events.PublicKey,
    }, isScripted: false).WithPeopleAsync(names);

    private void Lose(bool isCut)
    {
        if (isCut)
        {
            _provider.LoseAnswer();
        }
        else
        {
            _provider.AnswerAfter(TimeSpan.FromSeconds(6));
        }
    }

    /// <summary>Signed, checked and taken as the route does.</summary>
    private async Task<int> TellAsync(SendingWorld world, params string[] events)
    {
        var body = _events.Body(events);
        var (signature, timestamp) = _events.Sign(body, world.World.Clock.GetUtcNow());
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.True(WebhookSignature.IsValid(_events.PublicKey, signature, timestamp, bytes));
        return await world.World.Get<ProviderEvents>().TakeAsync(WebhookEvent.ReadAll(bytes), Token);
    }

    private static Task<IReadOnlyList<Alert>> AlertsAsync(SendingWorld world) => world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token);

    private static string To(System.Text.Json.Nodes.JsonNode mail) => mail["personalizations"]![0]!["to"]![0]!["email"]!.GetValue<string>();

    private static string IdOf(System.Text.Json.Nodes.JsonNode mail) => mail["personalizations"]![0]!["custom_args"]!["delivery_id"]!.GetValue<string>();
}
