using SalesReports.Measures;

namespace SalesReports.Insights.Rules;

/// <summary>
/// A new customer from a source costs half as much again, or more, than in the three months before; when it brought nobody, its
/// whole spend stands for the cost of the next one. The largest jump only.
/// </summary>
internal static class SourceCostRule
{
    private const decimal Jump = 1.5m;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.SourceCosts.Where(source => source.Before > 0 && CostOf(source) >= source.Before * Jump).MaxBy(source => CostOf(source) / source.Before) is { } worst)
        {
            yield return new RankedInsight(
                new Insight(
                    "cac_jump",
                    4,
                    worst.Now is { } now ? Dearer(worst, now, inputs.Currency) : InVain(worst, inputs.Currency),
                    new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["cac"] = worst.Now, ["before"] = worst.Before, ["spend"] = worst.Spend }),
                worst.Spend);
        }
    }

    private static decimal CostOf(SourceCostReading source) => source.Now ?? source.Spend;

    private static LocalText Dearer(SourceCostReading source, decimal now, Currency currency) => Sentence.Both(
        say => $"Coût d’acquisition par «\u00A0{source.Source}\u00A0»\u00A0: {say.Money(now, currency)} par nouveau client, contre {say.Money(source.Before, currency)} les trois mois précédents.",
        say => $"Acquisition cost of “{source.Source}”: {say.Money(now, currency)} a new customer, against {say.Money(source.Before, currency)} in the three months before.");

    private static LocalText InVain(SourceCostReading source, Currency currency) => Sentence.Both(
        say => $"«\u00A0{source.Source}\u00A0» a coûté {say.Money(source.Spend, currency)} en trois mois sans amener de nouveau client, contre {say.Money(source.Before, currency)} par client auparavant.",
        say => $"“{source.Source}” cost {say.Money(source.Spend, currency)} in three months and brought no new customer, against {say.Money(source.Before, currency)} each before.");
}
