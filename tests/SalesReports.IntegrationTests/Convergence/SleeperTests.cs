using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// One worker sleeps in the worst place while another one does the same work on newer facts; when it wakes, it must do no harm.
/// One that dies leaves enough behind. Each test is one race that chance meets too seldom.
/// </summary>
public sealed class SleeperTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2026, 3, 3);
    private static readonly Order First = Made.Order("O1", Day, "C1", 10);

    [Fact]
    public async Task A_day_that_changed_meanwhile_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeWriting("rollups"), First with { CustomerId = "C2" }, First with { CustomerId = "C3" }));

    [Fact]
    public async Task A_day_that_changed_after_its_facts_were_read_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.AfterFacts(), First with { CustomerId = "C2" }, First with { CustomerId = "C3" }));

    [Fact]
    public async Task A_change_that_comes_while_its_day_is_written_keeps_its_marker() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeWriting("rollups"), First with { CustomerId = "C2" }, First with { CustomerId = "C3" }, sweeps: false));

    [Fact]
    public async Task A_day_that_went_back_to_what_it_was_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeWriting("rollups"), First with { CustomerId = "C2" }, First));

    [Fact]
    public async Task A_day_that_went_back_to_nothing_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeWriting("rollups"), Made.Order("O2", Day.AddDays(1), "C2", 5), Made.Order("O2", Day.AddDays(1), "C2", 5) with { Deleted = true }));

    /// <summary>The customer's first order came to an earlier day and left it again: nothing moves for the one who sees that last.</summary>
    [Fact]
    public async Task A_first_order_that_came_and_went_is_not_put_back() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeWriting("firstorders"), Made.Order("O2", Day.AddDays(-1), "C1", 5), Made.Order("O2", Day.AddDays(-1), "C1", 5) with { Deleted = true }));

    [Fact]
    public async Task A_month_that_changed_meanwhile_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeBlob("customers"), First with { CustomerId = "C2" }, First with { CustomerId = "C3" }));

    [Fact]
    public async Task A_month_that_went_back_to_what_it_was_is_not_written_over() =>
        Assert.Empty(await MeanwhileAsync(Pause.BeforeBlob("customers"), First with { CustomerId = "C2" }, First));

    /// <summary>The day's customers come, change and go back while the notes of it wait: nobody may be forgotten.</summary>
    [Fact]
    public async Task Notes_of_a_day_that_goes_back_keep_the_earlier_ones()
    {
        await using var world = Race.Open(azurite, TestWorld.NewPrefix());
        await RollUpAloneAsync(world, First);
        await RollUpAloneAsync(world, First, Made.Order("O2", Day, "C2", 5));
        await RollUpAloneAsync(world, First);

        await world.Get<FirstOrderIndex>().CatchUpAsync(Token);

        Assert.Equal(["C1"], (await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(first => first.CustomerId));
    }

    [Fact]
    public async Task A_note_that_was_written_again_meanwhile_is_not_cleared()
    {
        await using var world = Race.Open(azurite, TestWorld.NewPrefix());
        await RollUpAloneAsync(world, First);
        var changed = First with { CustomerId = "C2" };
        await RollUpAloneAsync(world, changed);
        var seen = await world.Get<CustomerChanges>().ReadAsync(Token);
        await RollUpAloneAsync(world, First);
        await RollUpAloneAsync(world, changed);

        await world.Get<CustomerChanges>().ClearAsync(seen, Token);

        // The change to C2 stands there again under the key it had; the first of all is gone.
        var left = (await world.Get<CustomerChanges>().ReadAsync(Token)).Select(note => note.RowKey).ToList();
        Assert.Single(left.Intersect(seen.Select(note => note.RowKey), StringComparer.Ordinal));
        Assert.Equal(2, left.Count);
    }

    [Fact]
    public async Task A_day_that_was_written_by_a_dying_worker_has_told_of_its_customers()
    {
        var prefix = TestWorld.NewPrefix();
        await using var other = Race.Open(azurite, prefix);
        await using var dying = Race.Open(azurite, prefix, new LastRequest("rollups"));
        await WriteAsync(other, 1, First);
        await Assert.ThrowsAsync<WorkerDeath>(() => dying.Get<RollUp>().SweepAsync(null, Token));

        Assert.Empty(await DerivedState.SettleAsync(other, Token));
    }

    [Fact]
    public async Task A_fact_that_was_written_by_a_dying_worker_has_marked_its_day()
    {
        var prefix = TestWorld.NewPrefix();
        await using var other = Race.Open(azurite, prefix);
        await using var dying = Race.Open(azurite, prefix, new LastRequest("orders"));
        var second = Made.Order("O2", Day.AddDays(1), "C2", 5);
        try
        {
            await WriteAsync(dying, 1, First);
        }
        catch (WorkerDeath)
        {
            // Only if anything is left to do after the transaction.
        }

        await WriteAsync(other, 1, First, second);

        Assert.Empty(await DerivedState.SettleAsync(other, Token));
    }

    /// <summary>Rolled up as it is at first; then as it is before sleep, by the sleeper; then as it is meanwhile, by another one.</summary>
    private async Task<IReadOnlyList<string>> MeanwhileAsync(Pause pause, Order before, Order meanwhile, bool sweeps = true)
    {
        var prefix = TestWorld.NewPrefix();
        await using var other = Race.Open(azurite, prefix);
        await using var sleeper = Race.Open(azurite, prefix, pause);
        await WriteAsync(other, 1, First);
        await other.Get<RollUp>().SweepAsync(null, Token);
        await WriteAsync(other, 2, before);
        var sleeping = sleeper.Get<RollUp>().SweepAsync(null, Token);
        await pause.Reached.WaitAsync(TimeSpan.FromMinutes(1), Token);
        await WriteAsync(other, 3, meanwhile);
        if (sweeps)
        {
            await other.Get<RollUp>().SweepAsync(null, Token);
        }

        pause.Release();
        await sleeping;
        return await DerivedState.SettleAsync(other, Token);
    }

    private static Task WriteAsync(TestWorld world, long import, params Order[] orders) => world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, import, Token);

    /// <summary>A worker that dies between the day and the first orders.</summary>
    private static async Task RollUpAloneAsync(TestWorld world, params Order[] orders)
    {
        var builder = new DayRollupBuilder(Day);
        foreach (var order in orders)
        {
            builder.Add(order);
        }

        var before = (await world.Get<RollupStore>().ReadVersionsAsync(Day, Day, Token)).GetValueOrDefault(Day);
        Assert.Equal(1, (await world.Get<RollupStore>().WriteAsync([(builder.Build(), before)], null, Token)).Changed);
    }
}
