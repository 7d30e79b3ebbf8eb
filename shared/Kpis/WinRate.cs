using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>Won ÷ (won + lost), by count, on the business day of the close, with the 95 % Wilson interval.</summary>
public sealed class WinRate : HeadlineMetric
{
    public override string Id => "win_rate";

    public override LocalText Name { get; } = new("Taux de conversion", "Conversion rate");

    public override MetricUnit Unit => MetricUnit.Ratio;

    public override bool ChangesInPoints => true;

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings)
    {
        var figures = history.Between(start, end);
        var closed = figures.Won + figures.Lost;
        var measured = closed == 0
            ? Measurement.Undefined(Reason.NothingClosed)
            : Measurement.Of((decimal)figures.Won / closed, 1, Reason.NothingClosed);
        return measured with { Numerator = figures.Won, Denominator = closed, N = closed, Interval = Statistics.Wilson(figures.Won, closed) };
    }
}
