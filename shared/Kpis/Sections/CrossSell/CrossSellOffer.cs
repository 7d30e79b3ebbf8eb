using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Kpis.Sections.CrossSell;

/// <summary>The best category that a customer does not buy: from the first pair, as they are ranked, of which it buys one half.</summary>
/// <param name="Id">The customer's.</param>
/// <param name="Category">What to offer.</param>
/// <param name="With">What it buys already.</param>
public sealed record CrossSellOffer(string Id, string Name, string Class, string Category, string With, decimal Support, decimal Lift)
{
    /// <summary>Null when no pair has exactly one of its categories in the basket.</summary>
    internal static CrossSellOffer? Of(AbcCustomer customer, IReadOnlySet<string> basket, IEnumerable<CategoryPair> ranked)
    {
        var pair = ranked.FirstOrDefault(pair => basket.Contains(pair.First) != basket.Contains(pair.Second));
        if (pair is null)
        {
            return null;
        }

        var (with, category) = basket.Contains(pair.First) ? (pair.First, pair.Second) : (pair.Second, pair.First);
        return new CrossSellOffer(customer.Id, customer.Name, customer.Class!, category, with, pair.Support, pair.Lift);
    }
}
