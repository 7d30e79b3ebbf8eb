using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Nothing is sent that nobody expects: not switched off, not old, not to who came later; and what is late is told.</summary>
public sealed class NeverBySurpriseTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_years_of_backfilled_history_send_nothing()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        await world.AddOrdersAsync([.. Enumerable.Range(0, 37).Select(i => (Fact)Made.Order($"H{i}", new DateOnly(2023, 11, 10).AddMonths(i), "C1", 10))]);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        foreach (var week in Enumerable.Range(2, 4).Select(back => SendingWorld.Week.Back(back)).Append(Period.MonthOf(new DateOnly(2023, 12, 1))).Append(Period.MonthOf(new DateOnly(2026, 10, 1))))
        {
            await world.World.Get<QueuedWork>().BuildAsync($$"""{"period":"{{week.Name}}"}""", Token);
        }

        await world.LaterAsync(TimeSpan.FromHours(1));

        Assert.Empty(world.Mailer.Taken);
        Assert.Empty((await world.World.Get<DeliveryLedger>().ListAsync(new DeliveryQuery(), null, 10, Token)).Items);
    }

    [Fact]
    public async Task While_the_switch_is_off_nothing_is_planned_and_what_waits_is_cancelled()
    {
        await using var on = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        await on.World.Get<QueuedWork>().BuildAsync("""{"period":"2026-W47"}""", Token);
        await using var off = SendingWorld.Open(azurite, settings: new() { ["TablePrefix"] = on.World.Prefix, ["Delivery:SendingEnabled"] = "false" }, clock: on.World.Clock);

        await off.TickAsync();

        Assert.Empty(off.Mailer.Taken);
        Assert.Equal([DeliveryState.Cancelled], await off.StatesAsync());
        await using var never = await SendingWorld.Open(azurite, settings: new() { ["Delivery:SendingEnabled"] = null }).WithPeopleAsync("bob");
        await never.TickAsync();
        Assert.Empty(await never.LedgerAsync());
    }

    [Fact]
    public async Task What_was_due_before_sending_began_is_not_sent()
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["Delivery:ActivatedAt"] = null }).WithPeopleAsync("anna");
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        await world.TickAsync();
        Assert.Empty(world.Mailer.Taken);

        await world.AddOrdersAsync(Made.Order("O5", new DateOnly(2026, 11, 24), "C1", 10));
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero));
        await world.TickAsync();

        Assert.StartsWith("weekly-2026-W48", Assert.Single(world.Mailer.Taken).Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-08T12:00:00Z", 1)]
    [InlineData("2026-11-10T12:00:00Z", 0)]
    public async Task A_missed_report_is_caught_up_for_a_week_and_no_longer(string back, int sent)
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.World.Clock.AdjustTime(DateTimeOffset.Parse(back, System.Globalization.CultureInfo.InvariantCulture));
        await using var setUp = SendingWorld.Open(azurite, settings: new() { ["TablePrefix"] = world.World.Prefix }, script: world.Mailer, clock: world.World.Clock);
        var anna = Assert.Single(await setUp.World.Get<RecipientTable>().ReadAllAsync(Token));
        await setUp.World.Get<RecipientTable>().DeleteAsync(anna, "test", Token);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        await setUp.AddPersonAsync("anna", reports: ["monthly"]);
        world.World.Clock.AdjustTime(DateTimeOffset.Parse(back, System.Globalization.CultureInfo.InvariantCulture));

        await setUp.TickAsync();

        Assert.Equal(sent, world.TakenBy("monthly").Count());
    }

    [Fact]
    public async Task Who_came_after_a_report_was_due_starts_with_the_next_one()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.AddPersonAsync("late");

        await world.TickAsync();

        Assert.Equal(["anna"], world.TakenBy());
    }

    [Fact]
    public async Task A_report_waits_for_a_late_source_until_it_comes()
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["OptionalSources:0"] = null }).WithPeopleAsync("anna");
        await world.TickAsync();
        world.World.Clock.Advance(TimeSpan.FromMinutes(15));
        await world.TickAsync();
        Assert.Empty(world.Mailer.Taken);

        await PulledAsync(world, new DateTimeOffset(2026, 11, 23, 6, 5, 0, TimeSpan.Zero));
        await world.TickAsync();

        Assert.Equal(["anna"], world.TakenBy());
    }

    [Theory]
    [InlineData(null, 1, 0)]
    [InlineData("csv", 0, 1)]
    public async Task After_the_latest_moment_it_goes_without_the_source_or_is_held_and_told_once(string? held, int sent, int alerts)
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["OptionalSources:0"] = null, ["HeldSources:0"] = held }).WithPeopleAsync("anna");
        world.World.Clock.Advance(TimeSpan.FromHours(4));
        await world.TickAsync();
        Assert.Equal(sent, world.Mailer.Taken.Count);
        world.World.Clock.Advance(TimeSpan.FromHours(2));
        await world.TickAsync();
        await world.TickAsync();

        var told = (await world.World.Get<AlertStore>().ListAsync(WorkItem.Timers, Token)).Where(alert => alert.Subject == "2026-W47").ToList();
        Assert.Equal(alerts, told.Count);
        Assert.All(told, alert => Assert.EndsWith("not pulled past its end: csv.", alert.LastError, StringComparison.Ordinal));
        if (held is not null)
        {
            await PulledAsync(world, world.World.Clock.GetUtcNow());
            await world.TickAsync();
            Assert.Equal(["anna"], world.TakenBy());
            Assert.Equal(AlertState.Done, Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkItem.Timers, Token)).State);
        }
    }

    private static async Task PulledAsync(SendingWorld world, DateTimeOffset through)
    {
        var ledger = world.World.Get<SourceLedger>();
        await ledger.EndImportAsync("csv", await ledger.BeginImportAsync("csv", Token), through, null, null, Token);
    }
}
