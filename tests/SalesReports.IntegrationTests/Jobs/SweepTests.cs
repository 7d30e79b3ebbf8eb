using Azure.Data.Tables;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>The sweep makes progress whatever happens: out of time, beside others, over a day that cannot be read.</summary>
public sealed class SweepTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public async Task A_sweep_without_time_does_one_step_and_the_next_ones_go_on_to_the_end()
    {
        await using var world = await DirtyAsync(azurite, days: 20);
        var left = new List<int>();

        do
        {
            left.Add((await world.Get<Sweep>().RunAsync(TimeSpan.Zero, Token)).DaysLeft);
        }
        while (left[^1] > 0);

        Assert.Equal([12, 4, 0], left);
        Assert.Equal(20, (await RollupsAsync(world)).Count);
        Assert.Equal(20, (await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Count);
    }

    [Fact]
    public async Task A_sweep_leaves_the_blobs_of_closed_months_behind()
    {
        await using var world = await DirtyAsync(azurite, days: 40);

        await world.Get<ScheduledWork>().SweepAsync(Token);

        var months = await world.Get<Tables>().ContainerAsync("customers", Token);
        Assert.Equal(["202601/funnel.json.gz", "202601/sales.json.gz", "202602/funnel.json.gz", "202602/sales.json.gz"], await months.GetBlobsAsync(cancellationToken: Token).Select(blob => blob.Name).ToListAsync(Token));
    }

    [Fact]
    public async Task Sweeps_and_messages_at_once_end_as_one_sweep()
    {
        await using var alone = await DirtyAsync(azurite, days: 40);
        await alone.Get<Sweep>().RunAsync(Sweep.Limit, Token);
        await using var crowded = await DirtyAsync(azurite, days: 40);

        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 3).Select(_ => crowded.Get<ScheduledWork>().SweepAsync(Token)),
            .. Enumerable.Range(0, 5).Select(day => crowded.Get<QueuedWork>().RollUpAsync($$"""{"day":"{{First.AddDays(day):yyyy-MM-dd}}"}""", Token)),
        ]);

        Assert.Empty(await crowded.Get<RollUp>().DirtyDaysAsync(Token));
        Assert.Equal(await RollupsAsync(alone), await RollupsAsync(crowded));
        Assert.Equal(await FirstOrdersAsync(alone), await FirstOrdersAsync(crowded));
    }

    [Fact]
    public async Task A_rebuild_beside_sweeps_ends_as_one_sweep()
    {
        await using var alone = await DirtyAsync(azurite, days: 45);
        await alone.Get<Sweep>().RunAsync(Sweep.Limit, Token);
        await using var crowded = await DirtyAsync(azurite, days: 45);

        await Task.WhenAll(
            crowded.Get<Rebuild>().RunAsync(DateOnly.MinValue, DateOnly.MaxValue, null, null, Token),
            crowded.Get<Sweep>().RunAsync(Sweep.Limit, Token),
            crowded.Get<Rebuild>().RunAsync(First.AddDays(10), First.AddDays(30), null, null, Token));
        await crowded.Get<Sweep>().RunAsync(Sweep.Limit, Token);

        Assert.Empty(await crowded.Get<RollUp>().DirtyDaysAsync(Token));
        Assert.Equal(await RollupsAsync(alone), await RollupsAsync(crowded));
        Assert.Equal(await FirstOrdersAsync(alone), await FirstOrdersAsync(crowded));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_keeps_no_other_day_waiting_and_is_named()
    {
        await using var world = await DirtyAsync(azurite, days: 20);
        var broken = First.AddDays(3);
        await SpoilAsync(world, broken);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => world.Get<Sweep>().RunAsync(Sweep.Limit, Token));

        Assert.StartsWith("1 days could not be rolled up: 2026-01-04. The last one: JsonReaderException: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal([broken], await world.Get<RollUp>().DirtyDaysAsync(Token));
        Assert.Equal(19, (await RollupsAsync(world)).Count);
    }

    [Fact]
    public async Task A_message_to_sweep_that_runs_out_of_time_queues_the_next_one()
    {
        await using var world = await DirtyAsync(azurite, days: 20);
        world.Clock.AutoAdvanceAmount = TimeSpan.FromMinutes(3);

        await world.Get<QueuedWork>().RollUpAsync("""{"sweep":true}""", Token);
        Assert.NotEmpty(await world.Get<RollUp>().DirtyDaysAsync(Token));
        while (await QueueContents.TakeAsync(world, WorkQueues.RollUpQueue, Token) is { Count: > 0 } messages)
        {
            Assert.Equal(["""{"sweep":true}"""], messages);
            await world.Get<QueuedWork>().RollUpAsync(messages[0], Token);
        }

        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(Token));
        Assert.Equal(20, (await RollupsAsync(world)).Count);
    }

    private static async Task<TestWorld> DirtyAsync(AzuriteFixture azurite, int days)
    {
        var world = TestWorld.Create(azurite);
        Fact[] orders = [.. Enumerable.Range(0, days).Select(day => Made.Order($"O{day}", First.AddDays(day), $"C{day}", 100 + day))];
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Token);
        return world;
    }

    private static async Task<IReadOnlyList<string>> RollupsAsync(TestWorld world) =>
        [.. (await world.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(stored => stored.Json)];

    private static async Task<IReadOnlyList<FirstOrder>> FirstOrdersAsync(TestWorld world) =>
        await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token);

    /// <summary>Breaks the lines of the day's order, as a slip of the hand in a storage browser would.</summary>
    private static async Task SpoilAsync(TestWorld world, DateOnly day)
    {
        var table = await world.Get<Tables>().FactsAsync(FactKind.Orders, Token);
        var key = $"f~{day:yyyyMMdd}~";
        var row = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {key} and RowKey lt {key + "\u007f"}"), cancellationToken: Token).SingleAsync(Token);
        row["lines"] = "[{";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Token);
    }
}
