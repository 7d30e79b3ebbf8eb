namespace SalesReports.Insights.Rules;

/// <summary>Deals take a fifth longer, or more, than on the average of the 13 weeks or 12 months before.</summary>
internal static class CycleRule
{
    private const decimal Longer = 1.2m;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs) =>
        from metric in inputs.Metrics
        where metric is { Id: "sales_cycle", SmallSample: false, Value: not null, Average: > 0 } && metric.Value >= metric.Average * Longer
        select new RankedInsight(Tell(metric.Value!.Value, metric.Average!.Value), 0);

    private static Insight Tell(decimal days, decimal average) => new(
        "longer_cycle",
        3,
        Sentence.Both(
            say => $"Les ventes se concluent plus lentement\u00A0: {say.Value(days, "days")}, contre {say.Value(average, "days")} en moyenne auparavant.",
            say => $"Deals take longer to close: {say.Value(days, "days")}, against {say.Value(average, "days")} on average before."),
        new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["days"] = days, ["average"] = average });
}
