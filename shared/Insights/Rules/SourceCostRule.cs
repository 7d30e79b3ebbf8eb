namespace SalesReports.Insights.Rules;

/// <summary>A new customer from a source costs half as much again, or more, than in the three months before; the largest jump only.</summary>
internal static class SourceCostRule
{
    private const decimal Jump = 1.5m;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.SourceCosts.Where(source => source.Before > 0 && source.Now >= source.Before * Jump).MaxBy(source => source.Now / source.Before) is { } worst)
        {
            yield return new RankedInsight(
                new Insight(
                    "cac_jump",
                    4,
                    Sentence.Both(
                        say => $"Coût d’acquisition par «\u00A0{worst.Source}\u00A0»\u00A0: {say.Money(worst.Now, inputs.Currency)} par nouveau client, contre {say.Money(worst.Before, inputs.Currency)} les trois mois précédents.",
                        say => $"Acquisition cost of “{worst.Source}”: {say.Money(worst.Now, inputs.Currency)} a new customer, against {say.Money(worst.Before, inputs.Currency)} in the three months before."),
                    new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["cac"] = worst.Now, ["before"] = worst.Before, ["spend"] = worst.Spend }),
                worst.Spend);
        }
    }
}
