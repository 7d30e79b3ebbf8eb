namespace SalesReports.Insights.Rules;

/// <summary>What is not known: a metric without a value or made from part of the data, and sources that are behind.</summary>
internal static class GapRule
{
    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        foreach (var metric in inputs.Metrics.Where(metric => metric.Gap is not null))
        {
            yield return new RankedInsight(metric.Value is null ? Undefined(metric) : Partial(metric), 0);
        }

        if (inputs.Sources.Behind > 0)
        {
            yield return new RankedInsight(Behind(inputs.Sources.Behind, inputs.Sources.All), 0);
        }
    }

    private static Insight Undefined(MetricReading metric) => new(
        "data_gap",
        3,
        Sentence.Both(
            _ => $"{metric.Name.Fr}\u00A0: indéfini. {metric.Gap!.Text.Fr}",
            _ => $"{metric.Name.En}: undefined. {metric.Gap!.Text.En}"),
        new Dictionary<string, decimal?>(StringComparer.Ordinal) { [metric.Id] = null });

    private static Insight Partial(MetricReading metric) => new(
        "data_gap",
        metric.Coverage < 1 ? 3 : 2,
        Sentence.Both(
            say => $"{metric.Name.Fr}\u00A0: partiel, {say.Percent(metric.Coverage)} des données. {metric.Gap!.Text.Fr}",
            say => $"{metric.Name.En}: partial, {say.Percent(metric.Coverage)} of the data. {metric.Gap!.Text.En}"),
        new Dictionary<string, decimal?>(StringComparer.Ordinal) { [metric.Id] = metric.Value, ["coverage"] = metric.Coverage });

    private static Insight Behind(int behind, int all) => new(
        "data_gap",
        4,
        Sentence.Both(
            say => $"Sources en retard ou en échec\u00A0: {say.Count(behind)} sur {say.Count(all)}.",
            say => $"Sources late or failed: {say.Count(behind)} of {say.Count(all)}."),
        new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["behind"] = behind, ["sources"] = all });
}
