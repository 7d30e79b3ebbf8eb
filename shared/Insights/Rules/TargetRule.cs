namespace SalesReports.Insights.Rules;

/// <summary>A target met, or missed: within the amber band to keep an eye on, beyond it to act on. Without a colour nobody judges.</summary>
internal static class TargetRule
{
    public static IEnumerable<RankedInsight> Of(InsightInputs inputs) =>
        from metric in inputs.Metrics
        where metric is { Colour: not null, Value: not null, Target: not null }
        let gap = metric.Value!.Value - metric.Target!.Value
        select new RankedInsight(Tell(metric, gap), Math.Abs(gap) * metric.Weight);

    private static Insight Tell(MetricReading metric, decimal gap)
    {
        var (value, target) = (metric.Value!.Value, metric.Target!.Value);
        var isMet = metric.Colour == "green";
        var (french, english) = isMet ? ("objectif atteint", "target met") : ("objectif manqué", "target missed");
        return new Insight(
            isMet ? "target_met" : "target_missed",
            metric.Colour switch
            {
                "green" => 2,
                "amber" => 3,
                _ => 4,
            },
            Sentence.Both(
                say => $"{metric.Name.Fr}\u00A0: {french}, {say.Value(value, metric.Unit)} pour un objectif de {say.Value(target, metric.Unit)} ({say.Difference(gap, metric.Unit)}).",
                say => $"{metric.Name.En}: {english}, {say.Value(value, metric.Unit)} for a target of {say.Value(target, metric.Unit)} ({say.Difference(gap, metric.Unit)})."),
            new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["value"] = value, ["target"] = target, ["gap"] = gap });
    }
}
