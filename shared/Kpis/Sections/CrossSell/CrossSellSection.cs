using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Kpis.Sections.CrossSell;

/// <summary>What goes together, and what to offer to whom. Source: metrics.md, monthly report 13.</summary>
/// <param name="Customers">Customers that bought any known category in 12 months.</param>
/// <param name="Offers">One at most for each customer of class A or B, in the order of their revenue.</param>
public sealed record CrossSellSection(int Customers, IReadOnlyList<CategoryPair> Pairs, IReadOnlyList<CrossSellOffer> Offers)
{
    /// <summary>Undefined when nothing sold in 12 months has a category.</summary>
    public static SectionResult<CrossSellSection> Of(SectionInputs inputs)
    {
        var baskets = inputs.Sales.AllBetween(inputs.Period.End.AddYears(-1), inputs.Period.End)
            .GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
            .Select(own => (own.Key, Categories: BoughtCategories.Of(own)))
            .Where(own => own.Categories.Count > 0)
            .ToDictionary(own => own.Key, own => own.Categories, StringComparer.Ordinal);
        if (baskets.Count == 0)
        {
            return SectionResult.Undefined<CrossSellSection>(SaleReasons.NoCategory);
        }

        var pairs = CategoryPair.Of(baskets.Values, inputs.Settings);
        var offers = AbcCustomer.Of(inputs)
            .Where(customer => customer.Class is "A" or "B" && baskets.ContainsKey(customer.Id))
            .Select(customer => CrossSellOffer.Of(customer, baskets[customer.Id], pairs));
        return SectionResult.Of(new CrossSellSection(baskets.Count, pairs, [.. offers.OfType<CrossSellOffer>()]));
    }
}
