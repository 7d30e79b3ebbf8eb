using Microsoft.Extensions.DependencyInjection;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Sources;
using SalesReports.Store;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Store;

/// <summary>
/// What an import costs, counted on the emulator and held against what the model predicts. The bounds are for 100,000
/// orders; a fifth of them, as dense, must keep them too.
/// </summary>
public sealed class RequestCostTests(AzuriteFixture azurite)
{
    private const int Shards = 4;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly MadeOrders Orders = new(20_000, 219, new DateOnly(2026, 1, 1));
    private static readonly RequestModel.OrderCounts Counts = new(Orders.Count, Orders.Days, Shards);

    [Fact]
    public void One_hundred_thousand_orders_keep_the_bounds_by_the_model()
    {
        var counts = new RequestModel.OrderCounts(100_000, 1_096, Shards);
        var first = RequestModel.Ingest(counts);

        Assert.InRange(first, 0, 2_300);
        Assert.InRange(RequestModel.Resend(counts, 5_000), 0, first * 0.4);
        Assert.InRange(RequestModel.ResendChanged(counts, 5_000), 0, first * 0.15);
    }

    [Fact]
    public async Task An_import_and_its_repeats_cost_what_the_model_says_and_no_more()
    {
        var source = new MadeSource();
        await using var world = TestWorld.Create(azurite, replace: services => services.AddSingleton<ISource>(source));
        var changed = Orders.Changed.Count();

        var first = await PullAsync(world, source, Orders.All);
        Assert.Equal(Orders.Count, first.Counts.Written);
        Assert.InRange(first.Requests, 1, RequestModel.Ingest(Counts));

        var same = await PullAsync(world, source, Orders.All);
        Assert.Equal((0, Orders.Count, 0), (same.Counts.Written, same.Counts.Unchanged, same.DaysDirtied));
        Assert.InRange(same.Requests, 1, RequestModel.Resend(Counts, 0));

        var all = await PullAsync(world, source, Orders.AllWithChanged);
        Assert.Equal(changed, all.Counts.Written);
        Assert.InRange(all.Requests, 1, Math.Min(RequestModel.Resend(Counts, changed), first.Requests * 0.4));

        // The same orders as they were at first: changed again.
        var some = await PullAsync(world, source, Orders.All.Where((_, number) => number % 20 == 7));
        Assert.Equal(changed, some.Counts.Written);
        Assert.InRange(some.Requests, 1, Math.Min(RequestModel.ResendChanged(Counts, changed), first.Requests * 0.15));
    }

    [Fact]
    public async Task A_few_changes_far_apart_do_not_cost_what_lies_between()
    {
        var source = new MadeSource();
        await using var world = TestWorld.Create(azurite, replace: services => services.AddSingleton<ISource>(source));
        await PullAsync(world, source, Orders.All);

        var few = await PullAsync(world, source, Orders.Changed.Where((_, number) => number % 100 == 0));

        Assert.Equal(10, few.Counts.Written);
        Assert.InRange(few.Requests, 1, 10 + (Shards * 3));
    }

    [Fact]
    public async Task Orders_that_moved_cost_a_look_at_their_pointers_and_no_lost_transaction()
    {
        var source = new MadeSource();
        await using var world = TestWorld.Create(azurite, replace: services => services.AddSingleton<ISource>(source));
        await PullAsync(world, source, Orders.All);
        const int every = 40;
        var moved = Orders.Count / every;

        var all = await PullAsync(world, source, Orders.All.Select((order, number) => number % every == 3 ? Later(order) : order));

        Assert.Equal(moved, all.Counts.Written);
        // By a dozen: pointers, then old and new rows. Two rows, a pointer and two markers each.
        Assert.InRange(all.Requests, 1, RequestModel.Resend(Counts, 0) + (moved * 3 / 12) + (5 * moved / 95) + (4 * Shards));
    }

    private static Order Later(Order order) => order with { OrderedAt = SalesReports.Calendar.Moment.On(order.OrderedAt.Day.AddDays(45)) };

    private static async Task<(long Requests, FactCounts Counts, int DaysDirtied)> PullAsync(TestWorld world, MadeSource source, IEnumerable<Order> orders)
    {
        source.Facts = orders;
        var before = world.Get<StorageRequests>().Total;
        var outcome = await world.Get<PullSources>().RunAsync(source.Name, PullWindow.Everything, null, Token);
        Assert.Null(outcome.Error);
        return (world.Get<StorageRequests>().Total - before, outcome.Kinds[FactKind.Orders], outcome.DaysDirtied);
    }
}
