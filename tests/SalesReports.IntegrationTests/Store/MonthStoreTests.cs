using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Rollups.Details;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>A closed month's blob says what its days say, or is not read.</summary>
public sealed class MonthStoreTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [Fact]
    public async Task Months_read_from_blobs_are_their_days_and_cost_a_request_a_month()
    {
        await using var world = TestWorld.Create(azurite);
        await WriteAsync(world, 1, [.. Enumerable.Range(0, 90).Select(i => Made.Order($"O{i}", March.AddDays(i), $"C{i % 7}", 10 + i))]);
        await world.Get<RollUp>().SweepAsync(null, Token);

        var requests = world.Get<StorageRequests>().Total;
        var months = await world.Get<MonthStore>().ReadSalesAsync(March, June, Token);
        requests = world.Get<StorageRequests>().Total - requests;

        Assert.Equal(Shown(await world.Get<DetailStore>().ReadAsync(DayDetail.Sales, March, June.AddDays(-1), Token)), Shown(months));
        Assert.Equal(90, months.Count);
        Assert.Equal(2 + 3, requests);
    }

    [Fact]
    public async Task A_change_that_no_blob_has_seen_yet_is_read_from_its_days()
    {
        await using var world = await WorldAsync();
        await WriteAsync(world, 2, Made.Order("O1", March.AddDays(4), "C9", 70));
        await world.Get<RollUp>().DayAsync(March.AddDays(4), Token);

        var before = await NetAsync(world);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal((370m, 370m), (before, await NetAsync(world)));
    }

    [Fact]
    public async Task A_worker_that_died_before_it_cleared_the_marker_leaves_the_month_to_the_next()
    {
        await using var world = await WorldAsync();
        await WriteAsync(world, 2, Made.Order("O0", March, "C9", 70));
        await world.Get<RollUp>().DayAsync(March, Token);
        Assert.Equal(270m, await NetAsync(world));

        var today = new DateOnly(2026, 11, 23);
        Assert.Equal((1, 0), (await world.Get<MonthStore>().CatchUpAsync(today, Token), await world.Get<MonthStore>().CatchUpAsync(today, Token)));
        Assert.Equal(270m, await NetAsync(world));
    }

    [Fact]
    public async Task A_month_that_lost_all_its_sales_is_empty()
    {
        await using var world = await WorldAsync();
        await WriteAsync(world, 2, [.. Enumerable.Range(0, 4).Select(i => Made.Order($"O{i}", March.AddMonths(i / 2).AddDays(i), "C1", 0) with { Deleted = true })]);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Empty(await world.Get<MonthStore>().ReadSalesAsync(March, June, Token));
    }

    [Fact]
    public async Task A_running_month_waits_for_its_end()
    {
        await using var world = TestWorld.Create(azurite);
        await WriteAsync(world, 1, Made.Order("O1", new DateOnly(2026, 10, 20), "C1", 10), Made.Order("O2", new DateOnly(2026, 11, 20), "C1", 20));
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(0, await world.Get<MonthStore>().CatchUpAsync(new DateOnly(2026, 11, 30), Token));
        Assert.Equal(1, await world.Get<MonthStore>().CatchUpAsync(new DateOnly(2026, 12, 1), Token));
    }

    /// <summary>Two workers on one month and a change between them: whoever comes last, the blob says what the days say.</summary>
    [Fact]
    public async Task Workers_that_race_for_a_month_leave_it_as_its_days_are()
    {
        await using var world = await WorldAsync();
        var today = new DateOnly(2026, 11, 23);
        for (var round = 0; round < 12; round++)
        {
            var changed = Made.Order("O1", March.AddDays(4), "C9", 70 + round);
            var racing = Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Get<MonthStore>().CatchUpAsync(today, Token), Token)).ToList();
            await WriteAsync(world, 2 + round, changed);
            await world.Get<RollUp>().DayAsync(March.AddDays(4), Token);
            await Task.WhenAll(racing);

            Assert.Equal(370m + round, await NetAsync(world));
            await world.Get<MonthStore>().CatchUpAsync(today, Token);
            Assert.Equal(370m + round, await NetAsync(world));
        }
    }

    private static async Task<decimal> NetAsync(TestWorld world) =>
        (await world.Get<MonthStore>().ReadSalesAsync(March, June, Token)).SelectMany(stored => stored.Content.Groups).SelectMany(group => group.Lines).Sum(line => line.Net);

    private async Task<TestWorld> WorldAsync()
    {
        var world = TestWorld.Create(azurite);
        await WriteAsync(world, 1, Made.Order("O0", March, "C1", 100), Made.Order("O2", March.AddMonths(1).AddDays(2), "C2", 120), Made.Order("O3", March.AddMonths(1).AddDays(3), "C2", 80));
        await world.Get<RollUp>().SweepAsync(null, Token);
        return world;
    }

    private static Task WriteAsync(TestWorld world, long sequence, params Order[] orders) => world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, sequence, Token);

    private static IEnumerable<string> Shown(IEnumerable<StoredDetail<DaySales>> sales) => sales.Select(stored => $"{stored.Name} {System.Text.Json.JsonSerializer.Serialize(stored.Content)}");
}
