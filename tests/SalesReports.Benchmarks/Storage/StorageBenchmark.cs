using System.Diagnostics;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Jobs;
using SalesReports.Local.Emulator;
using SalesReports.Rollups.Details;
using SalesReports.Sources;
using SalesReports.Store;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Storage;

/// <summary>Three years of orders through the product on the emulator, and the same rows through the SDK alone and the naive way.</summary>
internal sealed class StorageBenchmark(MadeOrders orders, Azurite emulator, Meter meter)
{
    private const int Days = 1_096;

    /// <summary>Orders the other two ways are measured on; more are extrapolated.</summary>
    private const int RawSample = 100_000;
    private const int NaiveSample = 4_000;
    private const int NaiveDays = 28;

    private static readonly CancellationToken Whenever = CancellationToken.None;
    private int _prefixes;

    public static async Task RunAsync(int count, int repeat)
    {
        // A million orders do not fit into Node's usual heap.
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=14000");
        var orders = new MadeOrders(count, Days, StorageWorld.Today.AddDays(-Days));
        for (var round = 1; round <= repeat; round++)
        {
            await using var emulator = await Azurite.StartAsync(Console.WriteLine, null, Whenever);
            using var process = Process.GetProcessById(emulator.ProcessId);
            Console.WriteLine($"Round {round} of {repeat}: {count:N0} orders, {count * MadeOrders.LinesEach:N0} lines, {Days:N0} days, {StorageWorld.Shards} shards");
            await new StorageBenchmark(orders, emulator, new Meter(process)).RunAsync();
        }
    }

    private async Task RunAsync()
    {
        await using var world = NewWorld();
        await WarmUpAsync();
        var ingest = await PullAsync(world, "ingest", orders.All);
        var raw = await RawAsync();
        var naive = await NaiveIngestAsync();
        var same = await PullAsync(world, "re-ingest, identical", orders.All);
        var all = await PullAsync(world, "re-ingest, all, 5 % changed", orders.AllWithChanged);
        var some = await PullAsync(world, "re-ingest, only the changed 5 %", orders.All.Where((_, number) => MadeOrders.IsChanged(number)));
        var rollup = await MeasureAsync(world, "rollup of all days", () => world.Get<RollUp>().SweepAsync(null, Whenever));
        var week = await MeasureAsync(world, "weekly report", () => world.Get<BuildReport>().RunAsync(Named("2026-W47"), Whenever));
        var month = await MeasureAsync(world, "monthly report", () => world.Get<BuildReport>().RunAsync(Named("2026-10"), Whenever));
        var lifetime = await LifetimeAsync(world);
        var naiveReport = await NaiveReportAsync(world);

        var counts = new RequestModel.OrderCounts(orders.Count, Days, StorageWorld.Shards);
        var changed = orders.Changed.Count();
        var table = new ResultTable();
        table.Add(ingest, RequestModel.Ingest(counts));
        table.Add(same, RequestModel.Resend(counts, 0));
        table.Add(all, RequestModel.Resend(counts, changed));
        table.Add(some, RequestModel.ResendChanged(counts, changed));
        foreach (var other in new[] { rollup, week, month, lifetime, raw, naive, naiveReport })
        {
            table.Add(other, null);
        }

        table.AddRatio("ingest ÷ raw SDK, full batches", ingest, raw);
        table.AddRatio("naive ingest ÷ ingest", naive, ingest);
        table.AddRatio("re-ingest, all, 5 % changed ÷ ingest", all, ingest);
        table.AddRatio("re-ingest, only the changed ÷ ingest", some, ingest);
        table.AddRatio("re-ingest, identical ÷ ingest", same, ingest);
        table.AddRatio("figures from raw rows ÷ weekly report", naiveReport, week);
        table.Print();
    }

    private static Period Named(string name) => Period.TryParse(name, out var period) ? period : throw new ArgumentException($"{name} is no period.", nameof(name));

    private StorageWorld NewWorld() => new(emulator.ConnectionString, $"b{++_prefixes}");

    /// <summary>Compiles the code and opens connections before anything is measured.</summary>
    private async Task WarmUpAsync()
    {
        await using var world = NewWorld();
        await PullAsync(world, "warming up", orders.All.Take(2_000));
        var table = await world.Get<Tables>().OpenAsync("raw", Whenever);
        await new RawRows(table).WriteAsync(RawRows.Batches(orders.All.Take(2_000), StorageWorld.Shards), Whenever);
    }

    private async Task<Measured> PullAsync(StorageWorld world, string name, IEnumerable<Order> facts)
    {
        world.Source.Facts = facts;
        PullOutcome? outcome = null;
        var measured = await MeasureAsync(world, name, async () => outcome = await world.Get<PullSources>().RunAsync(world.Source.Name, PullWindow.Everything, null, Whenever));
        var counts = outcome!.Kinds[FactKind.Orders];
        return measured with { Note = $"{counts.Written:N0} written, {counts.Unchanged:N0} unchanged" };
    }

    private async Task<Measured> RawAsync()
    {
        await using var world = NewWorld();
        var sample = Math.Min(orders.Count, RawSample);
        var batches = RawRows.Batches(orders.All.Take(sample), StorageWorld.Shards);
        var table = await world.Get<Tables>().OpenAsync("raw", Whenever);
        return (await MeasureAsync(world, "raw SDK, full batches", () => new RawRows(table).WriteAsync(batches, Whenever))).Times((double)orders.Count / sample);
    }

    private async Task<Measured> NaiveIngestAsync()
    {
        await using var world = NewWorld();
        var sample = Math.Min(orders.Count, NaiveSample);
        var rows = orders.All.Take(sample).Select(order => RawRows.Rows(order, FactKeys.Shard(order.Source, order.Id, StorageWorld.Shards)).First()).ToList();
        var table = await world.Get<Tables>().OpenAsync("naive", Whenever);
        return (await MeasureAsync(world, "naive: one upsert a row", () => new RawRows(table).UpsertAsync(rows, Whenever))).Times((double)orders.Count / sample);
    }

    /// <summary>Margin and first and last day of every customer over three years, from the blobs of its months.</summary>
    private Task<Measured> LifetimeAsync(StorageWorld world)
    {
        var end = new DateOnly(StorageWorld.Today.Year, StorageWorld.Today.Month, 1);
        return MeasureAsync(world, "36-month lifetime value", async () =>
        {
            var lifetimes = new Dictionary<string, (decimal Margin, DateOnly First, DateOnly Last)>(StringComparer.Ordinal);
            foreach (var day in (await world.Get<MonthStore>().ReadSalesAsync(end.AddMonths(-36), end, Whenever)).Select(stored => stored.Content))
            {
                foreach (var group in day.Groups)
                {
                    var (margin, first, _) = lifetimes.TryGetValue(group.CustomerId, out var known) ? known : (0m, day.Day, day.Day);
                    lifetimes[group.CustomerId] = (margin + group.Lines.Sum(line => line.Cost is { } cost ? line.Net - cost : 0), first, day.Day);
                }
            }
        });
    }

    /// <summary>The figures of two years, which a week's report looks back on, from the orders themselves; measured on some of the days.</summary>
    private async Task<Measured> NaiveReportAsync(StorageWorld world)
    {
        var (from, days) = (StorageWorld.Today.AddDays(-NaiveDays), 730);
        var measured = await MeasureAsync(world, "naive: figures from raw rows", async () =>
        {
            var net = 0m;
            await foreach (var (_, fact) in world.Get<FactReader>().ReadDaysAsync(from, StorageWorld.Today.AddDays(-1), Whenever))
            {
                net += fact is Order order ? order.Lines.Sum(line => line.Net) : 0;
            }
        });
        return measured.Times((double)days / NaiveDays);
    }

    private Task<Measured> MeasureAsync(StorageWorld world, string name, Func<Task> work) => meter.RunAsync(name, world.Get<StorageRequests>(), work);
}
