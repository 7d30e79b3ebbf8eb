using SalesReports.Insights;
using SalesReports.Kpis;
using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>Hands a report's metrics and sections to the rules that find what is worth telling. Source: metrics.md, insights.</summary>
internal static class InsightAssembly
{
    private const string Ready = "ready";

    public static IReadOnlyList<Insight> Of(ReportInputs inputs, IReadOnlyList<Metric> metrics, IReadOnlyDictionary<string, Measurement> measured, ReportSections sections) =>
        InsightSelection.Of(new InsightInputs
        {
            Kind = inputs.Data.Period.Kind,
            Currency = Currency.Parse(inputs.Data.Settings.Currency),
            Metrics = [.. metrics.Select(metric => Reading(metric, measured[metric.Id].Reason))],
            Sources = (inputs.Sources.Count(source => source.Status != Ready), inputs.Sources.Count),
        }.With(sections, inputs.Data));

    private static MetricReading Reading(Metric metric, Reason? gap) => new(
        metric.Id, metric.Name, metric.Unit, metric.Favourable == "up", metric.Value, metric.Coverage, metric.SmallSample, metric.Colour,
        metric.Comparisons.Target?.Value, metric.Comparisons.TrailingAverage?.Value, [.. metric.History.Select(point => point.Value)], WeightOf(metric), gap);

    /// <summary>Money that hangs on one unit of the metric; a rate of deals, a duration and a lifetime have none of the period.</summary>
    private static decimal WeightOf(Metric metric) => metric.Id switch
    {
        "revenue" => 1,
        "gross_margin" => metric.Denominator ?? 0,
        "average_order_value" or "cac" => metric.N,
        _ => 0,
    };
}
