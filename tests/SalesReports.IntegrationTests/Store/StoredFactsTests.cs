using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>Facts in storage: written, repeated, moved, taken back, and the days and first orders that follow.</summary>
public sealed class StoredFactsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_orders_again_write_nothing_and_mark_no_day()
    {
        await using var world = TestWorld.Create(azurite);
        Order[] orders = [.. Enumerable.Range(1, 230).Select(i => Made.Order($"O{i}", new DateOnly(2026, 1, 1).AddDays(i % 40), $"C{i % 7}", i))];

        var first = await WriteAsync(world, 1, orders);
        await world.Get<RollUp>().SweepAsync(null, Token);
        var second = await WriteAsync(world, 2, orders);

        Assert.Equal(230, first.Written);
        Assert.Equal(40, first.Days.Count);
        Assert.Equal((0, 230, 0), (second.Written, second.Unchanged, second.Days.Count));
        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(Token));
    }

    [Fact]
    public async Task An_order_that_moves_leaves_its_old_day_and_dirties_both()
    {
        await using var world = TestWorld.Create(azurite);
        var before = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100);
        await WriteAsync(world, 1, before, Made.Order("O2", new DateOnly(2026, 3, 2), "C2", 7));
        await world.Get<RollUp>().SweepAsync(null, Token);

        var moved = await WriteAsync(world, 2, before with { OrderedAt = Moment.On(new DateOnly(2026, 5, 4)) });
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 4)], moved.Days.Order());
        Assert.Equal([7m, 100m], (await RollupsAsync(world)).Select(day => day.Orders.Sum(o => o.Net)));
        Assert.Equal(["C2 2026-03-02", "C1 2026-05-04"], await FirstOrdersAsync(world));
    }

    [Fact]
    public async Task A_deleted_order_leaves_a_tombstone_that_an_older_version_cannot_wake()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100) with { ModifiedAt = At(10) };
        await WriteAsync(world, 1, order);
        await WriteAsync(world, 2, order with { Deleted = true, ModifiedAt = At(12) });

        var late = await WriteAsync(world, 3, order with { ModifiedAt = At(11), CustomerId = "C9" });
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal((0, 1), (late.Written, late.Stale));
        Assert.Empty(await RollupsAsync(world));
        Assert.Empty(await FirstOrdersAsync(world));
    }

    [Fact]
    public async Task Taken_back_twice_it_is_as_dead_as_the_later_time_says()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100) with { ModifiedAt = At(10) };
        await WriteAsync(world, 1, order);
        await WriteAsync(world, 2, order with { Deleted = true, ModifiedAt = At(11) });
        await WriteAsync(world, 3, order with { Deleted = true, ModifiedAt = At(13) });

        var late = await WriteAsync(world, 4, order with { ModifiedAt = At(12) });

        Assert.Equal((0, 1), (late.Written, late.Stale));
    }

    [Fact]
    public async Task Spend_that_was_taken_back_leaves_its_day_and_stays_away()
    {
        await using var world = TestWorld.Create(azurite);
        var spend = new SpendDay { Source = "ads", Id = "2026-03-02/ads//", Day = new DateOnly(2026, 3, 2), Channel = "ads", Amount = 5, ModifiedAt = At(10) };
        await WriteAsync(world, 1, spend);
        await world.Get<RollUp>().SweepAsync(null, Token);
        await WriteAsync(world, 2, spend with { Deleted = true, ModifiedAt = At(12) });
        var late = await WriteAsync(world, 3, spend with { Amount = 7, ModifiedAt = At(11) });
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal((0, 1), (late.Written, late.Stale));
        Assert.All(await RollupsAsync(world), day => Assert.Empty(day.Spend));
    }

    [Fact]
    public async Task Master_data_and_rates_that_were_taken_back_are_known_no_more()
    {
        await using var world = TestWorld.Create(azurite);
        var rep = new Rep { Source = "crm", Id = "R1", Name = "Ann" };
        var rate = new DailyRate { Source = "ecb", Id = "USD/2026-03-02", Day = new DateOnly(2026, 3, 2), Currency = Measures.Currency.Parse("USD"), PerEuro = 1.1m };
        await WriteAsync(world, 1, rep);
        await WriteAsync(world, 1, rate);
        await WriteAsync(world, 2, rep with { Deleted = true });
        await WriteAsync(world, 2, rate with { Deleted = true });

        Assert.Empty(await world.Get<FactReader>().ReadIdsAsync(FactKind.Reps, Token));
        Assert.Empty(await world.Get<FactReader>().ReadAllAsync<Rep>(FactKind.Reps, Token));
        Assert.Empty(await world.Get<FactReader>().ReadRatesAsync(DateOnly.MinValue, DateOnly.MaxValue, Token));
    }

    [Fact]
    public async Task Hundreds_of_customers_with_letters_of_any_script_are_moved_together()
    {
        await using var world = TestWorld.Create(azurite);
        Order[] orders = [.. Enumerable.Range(1, 320).Select(i => Made.Order($"O{i}", new DateOnly(2026, 3, 3), $"{(i % 2 == 0 ? "É" : "客")}{i}", i))];
        await WriteAsync(world, 1, orders);
        await world.Get<RollUp>().SweepAsync(null, Token);
        await WriteAsync(world, 2, [.. orders.Select(order => order with { OrderedAt = Moment.On(new DateOnly(2026, 3, 2)) })]);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(320, (await FirstOrdersAsync(world)).Count(first => first.EndsWith("2026-03-02", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_older_import_that_comes_late_does_not_undo_what_a_newer_one_found_unchanged()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100);
        await WriteAsync(world, 1, order);
        var newer = await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order], new ImportNumber(3, OlderOpen: 2), Token);
        var older = await WriteAsync(world, 2, order with { CustomerId = "C2" });

        Assert.Equal((0, 1), (newer.Written, newer.Unchanged));
        Assert.Equal((0, 1), (older.Written, older.Stale));
    }

    [Fact]
    public async Task Of_two_versions_the_newer_one_wins_in_whatever_order_they_come()
    {
        await using var world = TestWorld.Create(azurite);
        var older = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100) with { ModifiedAt = At(10) };
        var newer = Made.Order("O1", new DateOnly(2026, 3, 9), "C1", 120) with { ModifiedAt = At(11) };

        await WriteAsync(world, 1, newer);
        var late = await WriteAsync(world, 2, older);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(1, late.Stale);
        Assert.Equal([120m], (await RollupsAsync(world)).Select(day => day.Orders.Sum(o => o.Net)));
    }

    [Fact]
    public async Task Without_a_time_of_change_the_later_import_wins()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 100);
        await WriteAsync(world, 7, order);

        var stale = await WriteAsync(world, 6, order with { CustomerId = "C2" });
        var newer = await WriteAsync(world, 8, order with { CustomerId = "C3" });

        Assert.Equal((1, 1), (stale.Stale, newer.Written));
    }

    [Fact]
    public async Task A_deal_is_filed_under_creation_and_close_and_follows_both()
    {
        await using var world = TestWorld.Create(azurite);
        var open = Made.Deal("D1", created: new DateOnly(2026, 3, 2), closed: null, Outcome.Open);
        await WriteAsync(world, 1, open);
        var won = await WriteAsync(world, 2, open with { Outcome = Outcome.Won, ClosedAt = Moment.On(new DateOnly(2026, 4, 1)) });
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1)], won.Days.Order());
        var day = Assert.Single(await RollupsAsync(world));
        Assert.Equal((1, new DateOnly(2026, 4, 1)), (day.Deals.Won, day.Day));
        Assert.Equal([30], day.Deals.CycleDays);
    }

    [Fact]
    public async Task A_newer_time_alone_leaves_a_lead_and_its_day_as_they_are()
    {
        await using var world = TestWorld.Create(azurite);
        var lead = new Lead { Source = "crm", Id = "L1", CreatedAt = Moment.On(new DateOnly(2026, 3, 2)), LeadSource = "fair", ModifiedAt = At(10) };
        await WriteAsync(world, 1, lead);
        await world.Get<RollUp>().SweepAsync(null, Token);

        var newer = await WriteAsync(world, 2, lead with { ModifiedAt = At(12) });

        Assert.Equal((1, 0), (newer.Unchanged, newer.Days.Count));
        Assert.Equal(new RollUpOutcome(1, 0), await world.Get<RollUp>().DayAsync(new DateOnly(2026, 3, 2), Token));
    }

    [Fact]
    public async Task A_deal_that_was_removed_again_later_moves_to_the_later_day()
    {
        await using var world = TestWorld.Create(azurite);
        var deal = Made.Deal("D1", created: new DateOnly(2026, 3, 2), closed: null, Outcome.Open) with { Deleted = true };
        await WriteAsync(world, 1, deal with { ModifiedAt = At(10) });
        await world.Get<RollUp>().SweepAsync(null, Token);

        var later = await WriteAsync(world, 2, deal with { ModifiedAt = At(10).AddDays(3) });
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 4)], later.Days.Order());
        Assert.Equal([new DateOnly(2026, 11, 4)], (await world.Get<DetailStore>().ReadFunnelAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(day => day.Day));
    }

    [Fact]
    public async Task When_a_first_order_goes_the_next_one_is_found()
    {
        await using var world = TestWorld.Create(azurite);
        var first = Made.Order("O1", new DateOnly(2023, 3, 2), "C1", 100);
        await WriteAsync(world, 1, first, Made.Order("O2", new DateOnly(2026, 1, 5), "C1", 50), Made.Order("O3", new DateOnly(2026, 6, 5), "C1", 50));
        await world.Get<RollUp>().SweepAsync(null, Token);
        Assert.Equal(["C1 2023-03-02"], await FirstOrdersAsync(world));

        await WriteAsync(world, 2, first with { Status = OrderStatus.Cancelled });
        await world.Get<RollUp>().SweepAsync(null, Token);
        Assert.Equal(["C1 2026-01-05"], await FirstOrdersAsync(world));

        await WriteAsync(world, 3, first);
        await world.Get<RollUp>().SweepAsync(null, Token);
        Assert.Equal(["C1 2023-03-02"], await FirstOrdersAsync(world));
    }

    [Fact]
    public async Task Hostile_ids_keep_apart_and_come_back_as_they_were()
    {
        await using var world = TestWorld.Create(azurite);
        string[] ids = ["a/b", "a\\b", "a#b", "a?b", "a~b", "a=b", "a%2Fb", "a b", "A B", "é😀", new string('x', 900), new string('x', 899) + "y", "' or 1 eq 1"];
        Order[] orders = [.. ids.Select(id => Made.Order(id, new DateOnly(2026, 3, 2), id, 1))];

        await WriteAsync(world, 1, orders);
        var again = await WriteAsync(world, 2, orders);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(ids.Length, again.Unchanged);
        Assert.Equal(ids.Order(StringComparer.Ordinal), Assert.Single(await RollupsAsync(world)).ActiveCustomers);
        Assert.Equal(ids.Length, (await FirstOrdersAsync(world)).Count);
    }

    [Fact]
    public async Task Orders_with_very_many_lines_survive_the_table()
    {
        await using var world = TestWorld.Create(azurite);
        var order = Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 1) with
        {
            Lines = [.. Enumerable.Range(1, 2_000).Select(i => new OrderLine { Number = i, Sku = $"SKU-{i}", Product = new string('é', 60), Quantity = 1, Net = 0.01m, UnitCost = 0.005m })],
        };

        await WriteAsync(world, 1, order);
        await world.Get<RollUp>().SweepAsync(null, Token);

        var day = Assert.Single(await RollupsAsync(world));
        Assert.Equal((2_000, 20m, 10m), (day.Orders[0].Costed.Lines, day.Orders[0].Net, day.Orders[0].Costed.Cost));
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 1, hour, 0, 0, TimeSpan.Zero);

    private static Task<WriteResult> WriteAsync(TestWorld world, long sequence, params Fact[] facts) =>
        world.Get<FactStore>().WriteAsync(facts[0].Kind, facts, sequence, Token);

    private static async Task<IReadOnlyList<DayRollup>> RollupsAsync(TestWorld world) =>
        [.. (await world.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(stored => stored.Rollup)];

    private static async Task<IReadOnlyList<string>> FirstOrdersAsync(TestWorld world) =>
        [.. (await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(first => $"{first.CustomerId} {first.Day:yyyy-MM-dd}")];
}
