using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>
/// Σ net of booked orders and returns, excluding tax and shipping, after discounts. Undefined before the first order is known,
/// 0 in an empty period afterwards. Coverage by count of orders.
/// </summary>
public sealed class Revenue : HeadlineMetric
{
    public override string Id => "revenue";

    public override LocalText Name { get; } = new("Chiffre d’affaires", "Revenue");

    public override bool FlagsSmallSamples => false;

    public override bool SpreadsTarget => true;

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings)
    {
        if (!HasBegun(history, end))
        {
            return Measurement.Undefined(Reason.BeforeData);
        }

        var figures = history.Between(start, end);
        var coverage = Measurement.Share(figures.Orders, figures.Orders + figures.OrdersWithoutRate);
        var measured = coverage == 0 ? Measurement.Undefined(Reason.NoRate) with { Coverage = 0 } : Measurement.Of(figures.Net, coverage, Reason.NoRate);
        return measured with { Numerator = figures.Net, N = figures.Orders };
    }

    /// <summary>Mean of the periods whose data had begun; empty ones count 0.</summary>
    public override decimal? TrailingAverage(SalesHistory history, Period period, MetricSettings settings)
    {
        var values = Enumerable.Range(1, period.TrailingCount)
            .Select(back => For(history, period.Back(back), settings).Value)
            .OfType<decimal>()
            .ToList();
        return values.Count == 0 ? null : values.Sum() / values.Count;
    }

    private static bool HasBegun(SalesHistory history, DateOnly end) => history.OrdersBegan is { } first && end > first;
}
