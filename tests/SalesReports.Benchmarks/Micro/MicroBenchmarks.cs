using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using SalesReports.Facts;
using SalesReports.Rollups.Sales;
using SalesReports.Store;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Micro;

/// <summary>What an order costs on its way: its version, its row, its part in a day.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private const int OrdersOfADay = 91;
    private static readonly MadeOrders Made = new(OrdersOfADay, 1, new DateOnly(2026, 11, 20));
    private readonly Order[] _orders = [.. Made.All];
    private readonly FactVersion _version = FactRow.VersionOf(Made.At(0), 1);

    /// <summary>For the command <c>micro</c>; the arguments are BenchmarkDotNet's.</summary>
    public static void Run(string[] args) => BenchmarkRunner.Run<MicroBenchmarks>(DefaultConfig.Instance, args);

    [Benchmark(Baseline = true)]
    public int VersionOfAnOrder() => FactRow.VersionOf(_orders[0], 1).Hash.Length;

    [Benchmark]
    public int RowOfAnOrder() => FactRow.ToEntity(_orders[0], _version, "S000", "20261120", ["20261120"]).Count;

    [Benchmark]
    public DaySales LinesOfADay()
    {
        var aggregation = new LineAggregation();
        Array.ForEach(_orders, aggregation.Add);
        return aggregation.Total(Made.First);
    }
}
