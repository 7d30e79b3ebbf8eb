using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>
/// (yearly gross margin ÷ active customers) × lifetime, over the year that ends with the period. Yearly gross margin is revenue ×
/// margin of the lines with known cost; lifetime is 1 ÷ yearly churn, capped. Coverage is the margin's. Undefined below the company.
/// </summary>
public sealed class LifetimeValue : HeadlineMetric
{
    public override string Id => "ltv";

    public override LocalText Name { get; } = new("Valeur vie client", "Customer lifetime value");

    public override DateOnly NeedsFrom(Period period) => LifetimeInputs.BaseStart(period.End);

    public override Measurement For(SalesHistory history, Period period, MetricSettings settings) => AsOf(history, period.End, settings);

    /// <summary>Always the year before <paramref name="end"/>, whatever the start.</summary>
    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings) => AsOf(history, end, settings);

    public override decimal? TrailingAverage(SalesHistory history, Period period, MetricSettings settings) => null;

    public override decimal? YearToDate(SalesHistory history, Period period, MetricSettings settings) => null;

    private static Measurement AsOf(SalesHistory history, DateOnly end, MetricSettings settings)
    {
        if (!history.IsCompany)
        {
            return Measurement.Undefined(Reason.NotSplit);
        }

        var inputs = LifetimeInputs.AsOf(history, end, settings);
        var measured = (history.FirstOrderOfAll, inputs) switch
        {
            (null, _) or (_, { Active: 0 }) => Measurement.Undefined(Reason.NobodyActive),
            ({ } first, _) when first > LifetimeInputs.BaseStart(end) => Measurement.Undefined(Reason.HistoryUnderTwoYears),
            (_, { LifetimeYears: null }) => Measurement.Undefined(Reason.SmallChurnBase),
            (_, { Margin: { Value: null, Reason: { } why } }) => Measurement.Undefined(why),
            _ => Value(inputs),
        };
        return measured with { N = inputs.Active, Coverage = inputs.Margin.Coverage };
    }

    private static Measurement Value(LifetimeInputs inputs) => Measurement.Of(
        inputs.Revenue * inputs.Margin.Value!.Value / inputs.Active * inputs.LifetimeYears!.Value,
        inputs.Margin.Coverage,
        inputs.Margin.Reason ?? Reason.SomeCostMissing);
}
