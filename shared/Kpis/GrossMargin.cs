using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>
/// (Σ net − Σ cost) ÷ Σ net over lines whose cost is known; the numerator is the margin's amount. Coverage Σ|net with cost| ÷ Σ|net|,
/// by count of lines when a rate is missing.
/// </summary>
public sealed class GrossMargin : HeadlineMetric
{
    public override string Id => "gross_margin";

    public override LocalText Name { get; } = new("Marge brute", "Gross margin");

    public override MetricUnit Unit => MetricUnit.Ratio;

    public override bool ChangesInPoints => true;

    public override bool FlagsSmallSamples => false;

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings) => Of(history.Between(start, end).Margin);

    public static Measurement Of(MarginFigures margin)
    {
        var coverage = margin.LinesWithoutRate > 0
            ? Measurement.Share(margin.KnownLines, margin.Lines)
            : Measurement.Share(margin.KnownAbsoluteNet, margin.AbsoluteNet);
        var amount = margin.KnownNet - margin.KnownCost;
        var measured = margin switch
        {
            { Lines: 0 } => Measurement.Undefined(Reason.NoSales),
            { KnownLines: 0, LinesWithoutRate: > 0 } => Measurement.Undefined(Reason.NoRate),
            { KnownLines: 0 } => Measurement.Undefined(Reason.NoCost),
            { KnownNet: 0 } => Measurement.Undefined(Reason.ZeroNet),
            _ => Measurement.Of(amount / margin.KnownNet, coverage, margin.LinesWithoutRate > 0 ? Reason.NoRate : Reason.SomeCostMissing),
        };
        return measured with { Numerator = amount, Denominator = margin.KnownNet, N = margin.KnownLines, Coverage = coverage };
    }
}
