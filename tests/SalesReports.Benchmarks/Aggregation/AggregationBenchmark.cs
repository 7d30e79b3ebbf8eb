using System.Diagnostics;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Rollups.Sales;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Aggregation;

/// <summary>
/// The function that the rollup calls for each day, over three years of orders and two threads, beside DuckDB over the same
/// lines, loaded beforehand, also on two threads. Only the adding up is timed, on both sides.
/// </summary>
internal static class AggregationBenchmark
{
    private const int Days = 1_096;
    private const int Threads = 2;

    /// <summary>Days whose orders are in memory at once.</summary>
    private const int DaysAtOnce = 64;

    private static readonly DateOnly First = new(2023, 11, 23);

    public static void Run(int lines)
    {
        var orders = new MadeOrders(lines / MadeOrders.LinesEach, Days, First);
        Console.WriteLine($"{orders.Count * MadeOrders.LinesEach:N0} lines of {orders.Count:N0} orders, {Days:N0} days, {orders.Customers:N0} customers, {Threads} threads");
        using var duck = new DuckLines(Threads);
        WarmUp();

        var (ours, cpu, totals) = (TimeSpan.Zero, TimeSpan.Zero, new LineTotals());
        for (var day = 0; day < Days; day += DaysAtOnce)
        {
            var some = OrdersOf(orders, day, Math.Min(Days, day + DaysAtOnce));
            duck.Load(some.SelectMany(one => one.Orders));
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            AddUp(some, totals);
            (ours, cpu) = (ours + watch.Elapsed, cpu + Environment.CpuUsage.TotalTime - before);
        }

        var duckCpu = Environment.CpuUsage.TotalTime;
        var (theirs, theirTotals) = duck.AddUp();
        duckCpu = Environment.CpuUsage.TotalTime - duckCpu;
        Console.WriteLine(FormattableString.Invariant($"""

            | | s | CPU s | groups of lines |
            |---|---|---|---|
            | rollup's function | {ours.TotalSeconds:N2} | {cpu.TotalSeconds:N2} | {totals.Groups:N0} |
            | DuckDB | {theirs.TotalSeconds:N2} | {duckCpu.TotalSeconds:N2} | {theirTotals.Groups:N0} |
            | DuckDB ÷ rollup's function | {theirs / ours:N2} | {duckCpu / cpu:N2} | |
            """));
        Compare(totals, theirTotals);
        CompareDays(duck, orders);
    }

    /// <summary>Until the code is compiled as well as it will be.</summary>
    private static void WarmUp()
    {
        var some = OrdersOf(new MadeOrders(100_000, Days, First), 0, DaysAtOnce);
        for (var round = 0; round < 20; round++)
        {
            AddUp(some, new LineTotals());
        }

        using var duck = new DuckLines(Threads);
        duck.Load(some.SelectMany(one => one.Orders));
        duck.AddUp();
    }

    private static List<(DateOnly Day, List<Order> Orders)> OrdersOf(MadeOrders orders, int fromDay, int toDay)
    {
        var first = (int)((((long)fromDay * orders.Count) + Days - 1) / Days);
        var end = (int)((((long)toDay * orders.Count) + Days - 1) / Days);
        return [.. Enumerable.Range(first, end - first).Select(orders.At).GroupBy(order => order.OrderedAt.Day).Select(day => (day.Key, day.ToList()))];
    }

    private static void AddUp(IEnumerable<(DateOnly Day, List<Order> Orders)> days, LineTotals totals) =>
        Parallel.ForEach(days, new ParallelOptions { MaxDegreeOfParallelism = Threads }, day => totals.Add(Total(day.Day, day.Orders)));

    private static DaySales Total(DateOnly day, List<Order> orders)
    {
        var aggregation = new LineAggregation();
        orders.ForEach(aggregation.Add);
        return aggregation.Total(day);
    }

    private static void Compare(LineTotals ours, LineTotals theirs)
    {
        if (!ours.SameAs(theirs))
        {
            throw new InvalidOperationException($"Not equal: {ours} and {theirs}.");
        }

        Console.WriteLine($"\nEqual to the last digit in all: {ours}");
    }

    /// <summary>Some whole days, group by group.</summary>
    private static void CompareDays(DuckLines duck, MadeOrders orders)
    {
        var compared = 0;
        for (var day = 0; day < Days; day += Days / 12)
        {
            var (date, ofDay) = OrdersOf(orders, day, day + 1)[0];
            var ours = Total(date, ofDay).Groups.SelectMany(group => group.Lines.Select(line => DuckRow.Of(group, line))).ToHashSet();
            var theirs = duck.Rows(date).ToHashSet();
            if (!ours.SetEquals(theirs))
            {
                throw new InvalidOperationException($"{date:O} differs: {ours.Except(theirs).FirstOrDefault()} and {theirs.Except(ours).FirstOrDefault()}.");
            }

            compared += ours.Count;
        }

        Console.WriteLine($"Equal group by group: {compared:N0} groups of lines on days throughout.");
    }
}
