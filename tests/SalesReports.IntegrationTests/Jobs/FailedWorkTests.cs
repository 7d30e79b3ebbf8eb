using Azure.Data.Tables;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>From a failure to its alert, back to the queue and to its end; every step doubled or cut short.</summary>
public sealed class FailedWorkTests(AzuriteFixture azurite)
{
    private const string Week47 = """{"period":"2026-W47"}""";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_is_given_up_leaves_an_alert_with_its_message_and_reason()
    {
        await using var world = TestWorld.Create(azurite);
        await FailAsync(world, attempts: 3);

        await GiveUpAsync(world);

        var alert = await OnlyAlertAsync(world);
        Assert.Equal((WorkQueues.BuildQueue, "build", "2026-W47", Week47), (alert.Queue, alert.Job, alert.Subject, alert.Body));
        Assert.Equal((AlertState.Open, 3), (alert.State, alert.Attempts));
        Assert.Equal("PeriodNotBuildableException: 2026-W47 cannot be built: no order, closed deal or spend has been imported yet.", alert.LastError);
        Assert.Equal(["a"], await RowsAsync(world));
    }

    [Fact]
    public async Task A_message_that_is_given_up_twice_over_is_one_alert()
    {
        await using var world = TestWorld.Create(azurite);
        await FailAsync(world, attempts: 2);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GiveUpAsync(world)));
        await world.Get<QueuedWork>().GiveUpAsync(WorkQueues.BuildQueue, "{\n  \"period\": \"2026-W47\"\n}", Token);

        var alert = await OnlyAlertAsync(world);
        Assert.Equal((AlertState.Open, 2), (alert.State, alert.Attempts));
        Assert.NotNull(alert.LastError);
    }

    [Fact]
    public async Task Retried_work_that_succeeds_settles_its_own_alert()
    {
        await using var world = TestWorld.Create(azurite);
        await FailAsync(world, attempts: 1);
        await GiveUpAsync(world);
        await ImportAsync(world);

        Assert.Equal(RetryOutcome.PutBack, await world.Get<RetryWork>().RetryAsync(await OnlyAlertAsync(world), Token));
        Assert.Equal(AlertState.Retried, (await OnlyAlertAsync(world)).State);
        var message = Assert.Single(await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token));
        await world.Get<QueuedWork>().BuildAsync(message, Token);

        Assert.Equal(AlertState.Done, (await OnlyAlertAsync(world)).State);
    }

    [Fact]
    public async Task Retried_work_that_fails_again_is_open_again_and_counts_on()
    {
        await using var world = TestWorld.Create(azurite);
        await FailAsync(world, attempts: 2);
        await GiveUpAsync(world);
        await world.Get<RetryWork>().RetryAsync(await OnlyAlertAsync(world), Token);

        world.Clock.Advance(TimeSpan.FromHours(1));
        await FailAsync(world, attempts: 2);
        await GiveUpAsync(world);

        var alert = await OnlyAlertAsync(world);
        Assert.Equal((AlertState.Open, 4, TimeSpan.FromHours(1)), (alert.State, alert.Attempts, alert.LastSeen - alert.FirstSeen));
    }

    [Fact]
    public async Task A_second_retry_puts_nothing_back()
    {
        await using var world = TestWorld.Create(azurite);
        await GiveUpAsync(world);
        var alert = await OnlyAlertAsync(world);

        await world.Get<RetryWork>().RetryAsync(alert, Token);
        var second = await world.Get<RetryWork>().RetryAsync(await OnlyAlertAsync(world), Token);

        Assert.Equal(RetryOutcome.NotOpen, second);
        Assert.Equal([Week47], await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token));
    }

    [Fact]
    public async Task A_retry_that_dies_between_queue_and_alert_is_made_good_by_the_next()
    {
        await using var world = TestWorld.Create(azurite);
        await GiveUpAsync(world);
        await world.Get<WorkQueues>().PutBackAsync(WorkQueues.BuildQueue, (await OnlyAlertAsync(world)).Body, Token);

        Assert.Equal(RetryOutcome.PutBack, await world.Get<RetryWork>().RetryAsync(await OnlyAlertAsync(world), Token));

        // The message too many finds the report built.
        await ImportAsync(world);
        foreach (var message in await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token))
        {
            Assert.Equal(Week47, message);
            await world.Get<QueuedWork>().BuildAsync(message, Token);
        }

        Assert.Equal(AlertState.Done, (await OnlyAlertAsync(world)).State);
        Assert.Equal(1, (await world.Get<ReportStore>().FindAsync(Calendar.Period.WeekOf(new DateOnly(2026, 11, 17)), "company", null, Token))!.Revision);
    }

    [Fact]
    public async Task An_alert_that_was_raised_again_during_a_retry_is_not_closed_by_it()
    {
        await using var world = TestWorld.Create(azurite);
        await GiveUpAsync(world);
        var seen = await OnlyAlertAsync(world);

        await GiveUpAsync(world);

        Assert.Equal(RetryOutcome.ChangedMeanwhile, await world.Get<RetryWork>().RetryAsync(seen, Token));
        Assert.Equal(AlertState.Open, (await OnlyAlertAsync(world)).State);
    }

    [Fact]
    public async Task Two_retries_at_once_close_one_alert_and_lose_nothing()
    {
        await using var world = TestWorld.Create(azurite);
        await GiveUpAsync(world);
        var alert = await OnlyAlertAsync(world);

        var outcomes = await Task.WhenAll(world.Get<RetryWork>().RetryAsync(alert, Token), world.Get<RetryWork>().RetryAsync(alert, Token));

        Assert.Equal([RetryOutcome.PutBack, RetryOutcome.ChangedMeanwhile], outcomes.Order());
        Assert.All(await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token), message => Assert.Equal(Week47, message));
        Assert.Equal(AlertState.Retried, (await OnlyAlertAsync(world)).State);
    }

    [Fact]
    public async Task Work_that_succeeds_after_a_failure_leaves_no_trace()
    {
        await using var world = TestWorld.Create(azurite);
        await FailAsync(world, attempts: 2);
        await ImportAsync(world);

        await world.Get<QueuedWork>().BuildAsync(Week47, Token);

        Assert.Empty(await RowsAsync(world));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public async Task A_message_comes_back_from_its_alert_byte_for_byte(int length)
    {
        await using var world = TestWorld.Create(azurite);
        var body = $"not JSON é\t\"\n{new string('x', length)}";
        await world.Get<QueuedWork>().GiveUpAsync(WorkQueues.DeliverQueue, body, Token);

        await world.Get<RetryWork>().RetryAsync(await OnlyAlertAsync(world), Token);

        Assert.Equal([body], await QueueContents.TakeAsync(world, WorkQueues.DeliverQueue, Token));
    }

    [Fact]
    public async Task A_timer_that_fails_three_times_in_a_row_needs_a_person_until_it_succeeds()
    {
        await using var world = TestWorld.Create(azurite);
        var failures = world.Get<WorkFailures>();
        Task FailingAsync() => Assert.ThrowsAsync<InvalidOperationException>(() =>
            failures.TryAsync(WorkItem.OfTimer("sweep"), () => throw new InvalidOperationException("Never."), Token));

        await FailingAsync();
        await FailingAsync();
        await failures.TryAsync(WorkItem.OfTimer("sweep"), () => Task.CompletedTask, Token);
        await FailingAsync();
        await FailingAsync();
        Assert.Empty(await world.Get<AlertStore>().ListAsync(null, Token));

        await FailingAsync();
        var alert = await OnlyAlertAsync(world);
        Assert.Equal((AlertState.Open, "sweep", "InvalidOperationException: Never."), (alert.State, alert.Job, alert.LastError));
        Assert.Equal(RetryOutcome.ComesBackByItself, await world.Get<RetryWork>().RetryAsync(alert, Token));

        await failures.TryAsync(WorkItem.OfTimer("sweep"), () => Task.CompletedTask, Token);
        Assert.Equal(AlertState.Done, (await OnlyAlertAsync(world)).State);
    }

    private static async Task FailAsync(TestWorld world, int attempts)
    {
        foreach (var _ in Enumerable.Range(0, attempts))
        {
            await Assert.ThrowsAsync<PeriodNotBuildableException>(() => world.Get<QueuedWork>().BuildAsync(Week47, Token));
        }
    }

    private static Task GiveUpAsync(TestWorld world) => world.Get<QueuedWork>().GiveUpAsync(WorkQueues.BuildQueue, Week47, Token);

    private static async Task ImportAsync(TestWorld world)
    {
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100)], 1, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);
    }

    private static async Task<Alert> OnlyAlertAsync(TestWorld world) => Assert.Single(await world.Get<AlertStore>().ListAsync(null, Token));

    /// <summary>The kinds of rows in the table: <c>a</c> an alert, <c>e</c> a noted failure.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(TestWorld world)
    {
        var table = await world.Get<Tables>().OpenAsync("alerts", Token);
        return await table.QueryAsync<TableEntity>(cancellationToken: Token).Select(row => row.RowKey[..1]).ToListAsync(Token);
    }
}
