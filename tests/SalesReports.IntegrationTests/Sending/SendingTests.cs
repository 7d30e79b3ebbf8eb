using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Jobs;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>A due report reaches each person once, and the ledger says so. Source: delivery.md; lessons.md, rows about sending.</summary>
public sealed class SendingTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Late_and_repeated_ticks_send_each_report_once()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob");

        await world.TickAsync();
        await world.TickAsync();
        world.World.Clock.Advance(TimeSpan.FromHours(9));
        await world.TickAsync();

        Assert.Equal(["anna", "bob"], world.TakenBy());
        Assert.All(await world.LedgerAsync(), row =>
        {
            Assert.Equal((DeliveryState.Accepted, 1, "sendgrid", $"ref-{row.Id}"), (row.State, row.Attempts, row.Mailer!, row.ProviderMessageId!));
            Assert.True(row.Size > 1000);
        });
    }

    [Fact]
    public async Task Two_schedulers_that_fire_the_same_report_send_each_person_one_message()
    {
        await using var one = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob", "carl");
        await using var two = SendingWorld.Open(azurite, settings: new() { ["TablePrefix"] = one.World.Prefix }, script: one.Mailer, clock: one.World.Clock);

        await Task.WhenAll(one.TickAsync(), two.TickAsync());
        await Task.WhenAll(one.DrainAsync(), two.DrainAsync());

        Assert.Equal(["anna", "bob", "carl"], one.TakenBy());
    }

    [Fact]
    public async Task One_refused_recipient_costs_nobody_else_theirs_and_is_not_tried_again()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob", "carl");
        world.Mailer.Answer = (_, message) => message.To.ToString().Contains("bob", StringComparison.Ordinal) ? new DeliveryOutcome(DeliveryStatus.Refused, null, "Refused bob@example.com.") : null;

        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["anna", "carl"], world.TakenBy());
        Assert.Equal(3, world.Mailer.Calls);
        var failed = Assert.Single(await world.LedgerAsync(), row => row.State == DeliveryState.Failed);
        Assert.Equal("Refused (address)", failed.LastError![..17]);
        var alert = Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token));
        Assert.Equal((AlertState.Open, "2026-W47"), (alert.State, alert.Subject));
    }

    [Fact]
    public async Task Sending_again_touches_failed_deliveries_only()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob", "carl");
        world.Mailer.Answer = (_, message) => message.To.ToString().Contains("bob", StringComparison.Ordinal) ? new DeliveryOutcome(DeliveryStatus.Refused, null, "No.") : null;
        await world.TickAsync();
        world.Mailer.Answer = (_, _) => null;

        Assert.Single(await world.World.Get<ResendDeliveries>().RetryFailedAsync(SendingWorld.Week, Token));
        await world.DrainAsync();

        Assert.Equal(["anna", "bob", "carl"], world.TakenBy());
        Assert.Empty(await world.World.Get<ResendDeliveries>().RetryFailedAsync(SendingWorld.Week, Token));
    }

    [Fact]
    public async Task An_alert_of_a_failed_delivery_puts_it_back()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.Mailer.Answer = (_, _) => new DeliveryOutcome(DeliveryStatus.Refused, null, "No.");
        await world.TickAsync();
        world.Mailer.Answer = (_, _) => null;

        await world.World.Get<RetryWork>().RetryAsync(Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token)), Token);
        await world.DrainAsync();
        await world.DrainAsync();

        Assert.Equal(["anna"], world.TakenBy());
        Assert.Equal(AlertState.Done, Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token)).State);
    }

    [Fact]
    public async Task A_busy_provider_is_asked_again_later_and_given_up_after_five_attempts_with_one_alert()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.Mailer.Answer = (_, _) => new DeliveryOutcome(DeliveryStatus.TryAgain, null, "429") { RetryAfter = TimeSpan.FromMinutes(20) };

        await world.TickAsync();
        await world.LaterAsync(TimeSpan.FromMinutes(19));
        Assert.Equal((1, DeliveryState.Queued), (world.Mailer.Calls, Assert.Single(await world.StatesAsync())));
        foreach (var _ in Enumerable.Range(0, 8))
        {
            await world.LaterAsync(TimeSpan.FromHours(2));
        }

        Assert.Equal((5, DeliveryState.Failed), (world.Mailer.Calls, Assert.Single(await world.StatesAsync())));
        Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token));
    }

    [Fact]
    public async Task One_person_on_two_reports_gets_both()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 12, 2, 6, 0, 0, TimeSpan.Zero));
        await world.AddOrdersAsync(Made.Order("O3", new DateOnly(2026, 11, 25), "C1", 10));

        await world.TickAsync();

        Assert.Equal((["anna"], ["anna"]), (world.TakenBy("weekly").ToArray(), world.TakenBy("monthly").ToArray()), Same);
    }

    [Fact]
    public async Task What_is_paused_or_removed_before_its_turn_is_cancelled()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob", "carl");
        await world.World.Get<ScheduledWork>().BuildDueAsync(Calendar.PeriodKind.Weekly, Token);
        await world.World.Get<QueuedWork>().BuildAsync("""{"period":"2026-W47"}""", Token);
        var table = world.World.Get<RecipientTable>();
        var people = (await table.ReadAllAsync(Token)).ToDictionary(person => person.Email, StringComparer.Ordinal);
        await table.ChangeAsync(people["anna@example.com"], people["anna@example.com"] with { Status = RecipientStatus.Paused }, "recipient.paused", "test", Token);
        await table.DeleteAsync(people["bob@example.com"], "test", Token);

        await world.DrainAsync();

        Assert.Equal(["carl"], world.TakenBy());
        Assert.Equal([DeliveryState.Accepted, DeliveryState.Cancelled, DeliveryState.Cancelled], (await world.StatesAsync()).Order());
    }

    [Fact]
    public async Task A_person_whose_scope_was_narrowed_does_not_get_what_was_planned_before()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        await world.World.Get<QueuedWork>().BuildAsync("""{"period":"2026-W47"}""", Token);
        var table = world.World.Get<RecipientTable>();
        var anna = Assert.Single(await table.ReadAllAsync(Token));
        await table.ChangeAsync(anna, anna with { Scope = "team:North" }, "recipient.updated", "test", Token);

        await world.DrainAsync();

        Assert.Empty(world.Mailer.Taken);
        Assert.Equal([DeliveryState.Cancelled], await world.StatesAsync());
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nobody()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna", "bob", "carl");
        await world.World.Get<QueuedWork>().BuildAsync("""{"period":"2026-W47"}""", Token);
        var messages = await QueueContents.TakeAsync(world.World, WorkQueues.DeliverQueue, Token);
        await world.World.Get<QueuedWork>().DeliverAsync(messages[0], Token);

        // The two other messages are gone with the worker that had them.
        await world.LaterAsync(TimeSpan.FromMinutes(9));
        Assert.Single(world.Mailer.Taken);
        await world.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["anna", "bob", "carl"], world.TakenBy());
    }

    [Fact]
    public async Task A_failing_mailer_leaves_the_report_and_its_documents_in_place()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.Mailer.Answer = (_, _) => throw new InvalidOperationException("The mailer is broken.");

        await Assert.ThrowsAsync<InvalidOperationException>(world.TickAsync);

        var report = await world.World.Get<ReportStore>().FindAsync(SendingWorld.Week, "company", null, Token);
        Assert.NotNull(await world.World.Get<ReportStore>().ReadFileAsync(report!, "report.en.pdf", Token));
        Assert.Equal([DeliveryState.Claimed], await world.StatesAsync());
    }

    [Fact]
    public async Task A_correction_goes_to_who_got_the_wrong_report_once_and_says_what_changed()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        await world.TickAsync();
        Assert.Empty(await world.World.Get<ResendDeliveries>().SendCorrectionAsync(SendingWorld.Week, Token));
        await world.AddPersonAsync("bob");
        await world.AddOrdersAsync(Made.Order("O2", new DateOnly(2026, 11, 18), "C2", 900));
        await world.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token);
        await world.TickAsync();
        Assert.Single(world.Mailer.Taken);

        Assert.Single(await world.World.Get<ResendDeliveries>().SendCorrectionAsync(SendingWorld.Week, Token));
        Assert.Empty(await world.World.Get<ResendDeliveries>().SendCorrectionAsync(SendingWorld.Week, Token));
        await world.DrainAsync();

        Assert.Equal(["anna", "anna"], world.TakenBy());
        var corrected = world.Mailer.Taken[^1].Text;
        Assert.StartsWith("[Corrected] ", corrected, StringComparison.Ordinal);
        Assert.Contains("100.00", corrected, StringComparison.Ordinal);
        Assert.Contains("1,000.00", corrected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://reports.example.com", true)]
    [InlineData(null, false)]
    public async Task A_message_that_would_be_too_large_as_it_travels_has_links_in_place_of_its_files_and_says_why(string? address, bool hasLinks)
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["Delivery:LargestMessage"] = "100000", ["Delivery:PublicBaseUrl"] = address }).WithPeopleAsync("anna");

        await world.TickAsync();

        using var message = Assert.Single(world.Mailer.Messages);
        Assert.Empty(message.Attachments);
        Assert.All([message.TextBody!, message.HtmlBody!], body => Assert.Contains("The document is not attached: with it this message would weigh", body, StringComparison.Ordinal));
        Assert.All([message.TextBody!, message.HtmlBody!], body => Assert.Equal(hasLinks, body.Contains("weekly-report-2026-W47.pdf", StringComparison.Ordinal)));
        Assert.True(Assert.Single(await world.LedgerAsync()).Size < 100_000);
        var links = message.TextBody!.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("https://reports.example.com/api/v1/links/", StringComparison.Ordinal)).ToList();
        Assert.Equal(hasLinks ? 2 : 0, links.Count);
        if (hasLinks)
        {
            Assert.Equal($"{links[1]}?format=pdf", links[0]);
            var link = await world.World.Get<MailLinks>().ReadReportAsync(links[1].Split('/')[^1], Token);
            Assert.Equal((SendingWorld.Week, "company", 1), (link!.Period, link.Scope, link.Revision));
            Assert.Contains($"href=\"{links[0]}\"", message.HtmlBody, StringComparison.Ordinal);
        }
    }

    private static bool Same((string[] Weekly, string[] Monthly) a, (string[] Weekly, string[] Monthly) b) => a.Weekly.SequenceEqual(b.Weekly) && a.Monthly.SequenceEqual(b.Monthly);
}
