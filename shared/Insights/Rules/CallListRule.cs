namespace SalesReports.Insights.Rules;

/// <summary>Customers of class A are on the call list.</summary>
internal static class CallListRule
{
    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.CallList is { Customers: > 0 } list)
        {
            yield return new RankedInsight(
                new Insight(
                    "customers_at_risk",
                    4,
                    list.Customers == 1
                        ? Sentence.Both(
                            say => $"Client A à rappeler\u00A0: {list.Largest}, {say.Money(list.RevenueAtRisk, inputs.Currency)} de chiffre d’affaires en jeu.",
                            say => $"A customer to call: {list.Largest}, {say.Money(list.RevenueAtRisk, inputs.Currency)} of revenue at risk.")
                        : Sentence.Both(
                            say => $"Clients A à rappeler\u00A0: {say.Count(list.Customers)}, d’abord {list.Largest}\u00A0; {say.Money(list.RevenueAtRisk, inputs.Currency)} de chiffre d’affaires en jeu.",
                            say => $"A customers to call: {say.Count(list.Customers)}, first {list.Largest}; {say.Money(list.RevenueAtRisk, inputs.Currency)} of revenue at risk."),
                    new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["customers"] = list.Customers, ["revenueAtRisk"] = list.RevenueAtRisk }),
                list.RevenueAtRisk);
        }
    }
}
