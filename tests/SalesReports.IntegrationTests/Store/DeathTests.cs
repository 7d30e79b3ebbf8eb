using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>A worker that dies between two steps leaves a marker or a note behind, and the next sweep goes on from there.</summary>
public sealed class DeathTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task After_the_rollup_was_written_its_first_orders_still_follow()
    {
        await using var world = TestWorld.Create(azurite);
        var builder = new DayRollupBuilder(Day);
        builder.Add(Made.Order("O1", Day, "C1", 100));
        await world.Get<RollupStore>().WriteAsync([(builder.Build(), null)], null, Token);
        Assert.Empty(await FirstOrdersAsync(world));

        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(["C1"], (await FirstOrdersAsync(world)).Select(first => first.CustomerId));
        Assert.Empty(await world.Get<CustomerChanges>().ReadAsync(Token));
    }

    [Fact]
    public async Task Before_the_marker_was_cleared_the_day_is_rolled_up_again_and_nothing_changes()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", Day, "C1", 100);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order], 1, Token);
        var builder = new DayRollupBuilder(Day);
        builder.Add(order);
        await world.Get<RollupStore>().WriteAsync([(builder.Build(), null)], null, Token);

        var again = await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(new RollUpOutcome(1, 0), again);
        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(Token));
    }

    [Fact]
    public async Task A_marker_that_was_set_again_meanwhile_is_not_cleared()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", Day, "C1", 100);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order], 1, Token);
        var seen = await world.Get<DirtyDays>().ReadAsync(Day, Day, Token);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order with { CustomerId = "C2" }], 2, Token);

        await world.Get<DirtyDays>().ClearAsync(seen, Token);

        Assert.Equal([Day], await world.Get<RollUp>().DirtyDaysAsync(Token));
    }

    [Fact]
    public async Task A_rollup_that_another_worker_wrote_first_is_given_back_and_not_overwritten()
    {
        await using var world = TestWorld.Create(azurite);
        var (mine, theirs) = (new DayRollupBuilder(Day), new DayRollupBuilder(Day));
        mine.Add(Made.Order("O1", Day, "C1", 100));
        theirs.Add(Made.Order("O2", Day, "C2", 50));
        await world.Get<RollupStore>().WriteAsync([(theirs.Build(), null)], null, Token);

        var write = await world.Get<RollupStore>().WriteAsync([(mine.Build(), null)], null, Token);

        Assert.Equal((0, Day), (write.Changed, Assert.Single(write.Lost)));
        Assert.Equal(["C2"], Assert.Single(await world.Get<RollupStore>().ReadAsync(Day, Day, Token)).Rollup.ActiveCustomers);
    }

    /// <summary>Facts that changed and changed back: the worker that saw them changed comes last and must not win, as no marker is left.</summary>
    [Fact]
    public async Task A_slower_worker_with_older_facts_cannot_write_a_day_that_was_settled_without_a_change()
    {
        await using var world = TestWorld.Create(azurite);
        var store = world.Get<RollupStore>();
        var (stored, changed) = (new DayRollupBuilder(Day), new DayRollupBuilder(Day));
        stored.Add(Made.Order("O1", Day, "C1", 100));
        changed.Add(Made.Order("O1", Day, "C1", 999));
        await store.WriteAsync([(stored.Build(), null)], null, Token);
        var (slow, quick) = ((await store.ReadVersionsAsync(Day, Day, Token))[Day], (await store.ReadVersionsAsync(Day, Day, Token))[Day]);

        var settled = await store.WriteAsync([(stored.Build(), quick)], new HashSet<DateOnly> { Day }, Token);
        var late = await store.WriteAsync([(changed.Build(), slow)], new HashSet<DateOnly> { Day }, Token);

        Assert.Equal((0, 0), (settled.Changed, settled.Lost.Count));
        Assert.Equal((0, Day), (late.Changed, Assert.Single(late.Lost)));
        Assert.Equal(100m, Assert.Single(await store.ReadAsync(Day, Day, Token)).Rollup.Orders[0].Net);
    }

    [Fact]
    public async Task A_very_large_day_and_its_note_spill_to_blobs_and_come_back()
    {
        await using var world = TestWorld.Create(azurite);
        var builder = new DayRollupBuilder(Day);
        foreach (var i in Enumerable.Range(0, 30_000))
        {
            builder.Add(Made.Order($"O{i}", Day, $"customer-numéro-{i:D8}", 100 + i));
        }

        var built = builder.Build();
        await world.Get<RollupStore>().WriteAsync([(built, null)], null, Token);

        var read = Assert.Single(await world.Get<RollupStore>().ReadAsync(Day, Day, Token)).Rollup;
        Assert.Equal(built.Rollup.ActiveCustomers, read.ActiveCustomers);
        Assert.Equal(built.Rollup.Orders[0].PositiveNets, read.Orders[0].PositiveNets);
        Assert.Equal(30_000, Assert.Single(await world.Get<CustomerChanges>().ReadAsync(Token)).Customers.Count);
    }

    [Fact]
    public async Task Many_large_days_go_in_transactions_that_storage_takes()
    {
        await using var world = TestWorld.Create(azurite);
        var days = Enumerable.Range(0, 25).Select(i =>
        {
            var builder = new DayRollupBuilder(Day.AddDays(i));
            foreach (var number in Enumerable.Range(0, 1_500))
            {
                builder.Add(Made.Order($"O{i}-{number}", Day.AddDays(i), $"客户-{number:D8}", 100 + number));
            }

            return builder.Build();
        });

        var write = await world.Get<RollupStore>().WriteAsync([.. days.Select(day => (day, (StoredDay?)null))], null, Token);

        Assert.Equal((25, 0), (write.Changed, write.Lost.Count));
    }

    private static Task<IReadOnlyList<FirstOrder>> FirstOrdersAsync(TestWorld world) =>
        world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token);
}
