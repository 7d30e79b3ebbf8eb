using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>Timers only say "now": what is due comes from the clock, the business zone and what is built already.</summary>
public sealed class ScheduledWorkTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    // Paris changes its clocks on Sunday 29 March and Sunday 25 October 2026: 07:00 is 06:00 UTC in winter, 05:00 UTC in summer.
    [Theory]
    [InlineData("2026-03-23T05:59:59Z", "2026-W11")]
    [InlineData("2026-03-23T06:00:00Z", "2026-W12")]
    [InlineData("2026-03-30T04:59:59Z", "2026-W12")]
    [InlineData("2026-03-30T05:00:00Z", "2026-W13")]
    [InlineData("2026-10-19T05:00:00Z", "2026-W42")]
    [InlineData("2026-10-26T05:59:59Z", "2026-W42")]
    [InlineData("2026-10-26T06:00:00Z", "2026-W43")]
    [InlineData("2026-10-29T12:00:00Z", "2026-W43")]
    public async Task A_weekly_report_is_due_on_Monday_at_seven_in_Paris_on_both_sides_of_both_changes(string now, string due)
    {
        await using var world = await WorldAtAsync(now);

        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);

        Assert.Equal([$$"""{"period":"{{due}}"}"""], await BuildMessagesAsync(world));
    }

    [Theory]
    [InlineData("2026-11-01T23:00:00Z", "2026-09")]
    [InlineData("2026-11-02T05:59:59Z", "2026-09")]
    [InlineData("2026-11-02T06:00:00Z", "2026-10")]
    [InlineData("2026-11-20T06:00:00Z", "2026-10")]
    public async Task A_monthly_report_is_due_on_the_second_at_seven(string now, string due)
    {
        await using var world = await WorldAtAsync(now);

        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Monthly, Token);

        Assert.Equal([$$"""{"period":"{{due}}"}"""], await BuildMessagesAsync(world));
    }

    [Fact]
    public async Task A_report_that_is_built_is_not_due_again()
    {
        await using var world = TestWorld.Create(azurite);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100)], 1, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);

        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);
        var message = Assert.Single(await BuildMessagesAsync(world));
        await world.Get<QueuedWork>().BuildAsync(message, Token);
        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);

        Assert.Empty(await BuildMessagesAsync(world));
    }

    [Fact]
    public async Task A_period_in_which_no_source_had_anything_is_held()
    {
        await using var world = TestWorld.Create(azurite);
        Fact[] orders = [Made.Order("O1", new DateOnly(2026, 11, 15), "C1", 100), Made.Order("O2", new DateOnly(2026, 11, 23), "C1", 100)];
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);

        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);

        Assert.Empty(await BuildMessagesAsync(world));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"period":"2026-W60"}""")]
    [InlineData("""{"period":null}""")]
    public async Task A_message_that_makes_no_sense_fails_and_so_ends_in_the_poison_queue(string message)
    {
        await using var world = TestWorld.Create(azurite);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Get<QueuedWork>().BuildAsync(message, Token));
    }

    /// <summary>Something happened on every day of the year.</summary>
    private async Task<TestWorld> WorldAtAsync(string now)
    {
        var world = TestWorld.Create(azurite);
        world.Clock.AdjustTime(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Fact[] orders = [.. Enumerable.Range(0, 365).Select(i => Made.Order($"O{i}", new DateOnly(2026, 1, 1).AddDays(i), "C1", 100))];
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);
        return world;
    }

    private static async Task<IReadOnlyList<string>> BuildMessagesAsync(TestWorld world)
    {
        var queue = await world.Get<Tables>().QueueAsync(WorkQueues.BuildQueue, Token);
        var messages = await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), Token);
        foreach (var message in messages.Value)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token);
        }

        return [.. messages.Value.Select(message => message.MessageText)];
    }
}
