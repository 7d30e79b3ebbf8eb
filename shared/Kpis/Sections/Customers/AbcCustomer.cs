namespace SalesReports.Kpis.Sections.Customers;

/// <summary>
/// A customer's place by revenue of 12 months: A while the cumulative share before it is under 80 %, B under 95 %, else C.
/// Source: metrics.md, monthly report 10.
/// </summary>
/// <param name="ShareBefore">Positive revenue of those before it ÷ positive revenue of all; null without positive revenue.</param>
/// <param name="Class"><c>A</c>, <c>B</c> or <c>C</c>; null without positive revenue.</param>
public sealed record AbcCustomer(
    string Id, string Name, decimal Revenue12Months, decimal? ShareBefore, string? Class)
{
    private const decimal UpToB = 0.80m;
    private const decimal UpToC = 0.95m;

    /// <summary>Everyone with a sale in the 12 months, largest first, ties by ordinal id.</summary>
    internal static IReadOnlyList<AbcCustomer> Of(SectionInputs inputs)
    {
        var revenues = inputs.Sales.Between(inputs.Period.End.AddYears(-1), inputs.Period.End)
            .GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
            .Select(own => (Id: own.Key, Revenue: own.Sum(sale => sale.Net)))
            .OrderByDescending(own => own.Revenue).ThenBy(own => own.Id, StringComparer.Ordinal)
            .ToList();
        var total = revenues.Where(own => own.Revenue > 0).Sum(own => own.Revenue);
        var (ranked, before) = (new List<AbcCustomer>(), 0m);
        foreach (var (id, revenue) in revenues)
        {
            var isPositive = revenue > 0;
            ranked.Add(new AbcCustomer(id, inputs.CustomerName(id), revenue, isPositive ? before / total : null, isPositive ? ClassOf(before, total) : null));
            before += revenue;
        }

        return ranked;
    }

    /// <summary>By products, so that exactly 80 % is not lost to a division.</summary>
    private static string ClassOf(decimal before, decimal total) => before < total * UpToB ? "A" : before < total * UpToC ? "B" : "C";
}
