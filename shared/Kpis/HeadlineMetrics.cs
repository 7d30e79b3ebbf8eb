namespace SalesReports.Kpis;

/// <summary>The seven, in the order they are shown.</summary>
public static class HeadlineMetrics
{
    public static IReadOnlyList<HeadlineMetric> All { get; } =
    [
        new Revenue(), new GrossMargin(), new WinRate(), new AverageOrderValue(), new SalesCycle(), new AcquisitionCost(), new LifetimeValue(),
    ];
}
