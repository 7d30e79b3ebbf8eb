using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>Σ net (returns lower it) ÷ count of booked orders above zero. Coverage by count of orders.</summary>
public sealed class AverageOrderValue : HeadlineMetric
{
    public override string Id => "average_order_value";

    public override LocalText Name { get; } = new("Panier moyen", "Average order value");

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings)
    {
        var figures = history.Between(start, end);
        var orders = figures.PositiveNets.Count;
        var coverage = Measurement.Share(figures.Orders, figures.Orders + figures.OrdersWithoutRate);
        var measured = orders == 0
            ? Measurement.Undefined(coverage == 0 ? Reason.NoRate : Reason.NoOrder)
            : Measurement.Of(figures.Net / orders, coverage, Reason.NoRate);
        return measured with
        {
            Numerator = figures.Net,
            Denominator = orders,
            N = orders,
            Coverage = coverage,
            Median = Statistics.Median([.. figures.PositiveNets.Order()]),
        };
    }
}
