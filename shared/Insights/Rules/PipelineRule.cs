namespace SalesReports.Insights.Rules;

/// <summary>The weighted pipeline of the next three months covers less than half of what was promised for them; the lowest only.</summary>
internal static class PipelineRule
{
    private const decimal Low = 0.5m;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.PipelineCoverage.Where(one => one.Coverage < Low).MinBy(one => one.Coverage) is { } lowest)
        {
            yield return new RankedInsight(
                new Insight(
                    "low_pipeline_coverage",
                    3,
                    Sentence.Both(
                        say => $"Pipeline insuffisant{(lowest.Team is { } team ? $" ({team})" : "")}\u00A0: {say.Percent(lowest.Coverage)} des objectifs des trois prochains mois sont couverts, il manque {say.Money(lowest.Missing, inputs.Currency)}.",
                        say => $"Thin pipeline{(lowest.Team is { } team ? $" ({team})" : "")}: {say.Percent(lowest.Coverage)} of the next three months’ targets are covered, {say.Money(lowest.Missing, inputs.Currency)} are missing."),
                    new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["coverage"] = lowest.Coverage, ["missing"] = lowest.Missing }),
                lowest.Missing);
        }
    }
}
