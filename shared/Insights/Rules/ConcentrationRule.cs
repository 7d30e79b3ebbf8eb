namespace SalesReports.Insights.Rules;

/// <summary>Few customers hold much of the revenue: 20 % with the largest one, 40 % with five, 60 % with ten or less.</summary>
internal static class ConcentrationRule
{
    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.Concentration.FirstOrDefault(one => one.Share >= Limit(one.Customers)) is { } found)
        {
            yield return new RankedInsight(
                new Insight(
                    "concentration",
                    3,
                    found.Customers == 1
                        ? Sentence.Both(
                            say => $"Dépendance\u00A0: le premier client fait {say.Percent(found.Share)} du chiffre d’affaires.",
                            say => $"Dependence: the largest customer makes {say.Percent(found.Share)} of revenue.")
                        : Sentence.Both(
                            say => $"Dépendance\u00A0: les {say.Count(found.Customers)} premiers clients font {say.Percent(found.Share)} du chiffre d’affaires.",
                            say => $"Dependence: the {say.Count(found.Customers)} largest customers make {say.Percent(found.Share)} of revenue."),
                    new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["customers"] = found.Customers, ["share"] = found.Share, ["revenue"] = found.Revenue }),
                found.Revenue);
        }
    }

    private static decimal Limit(int customers) => customers switch
    {
        1 => 0.2m,
        <= 5 => 0.4m,
        _ => 0.6m,
    };
}
