using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>The rows that one report is made of, as they were read, the rates apart.</summary>
/// <param name="Shares">Only for a scope below the company.</param>
internal sealed record ReportRows(
    MasterData Master,
    IReadOnlyList<StoredRollup> Light,
    IReadOnlyList<StoredShares> Shares,
    IReadOnlyList<StoredSales> Sales,
    IReadOnlyList<FirstOrder> FirstOrders,
    DateOnly? FirstOrderOfAll,
    DateOnly? OrdersBegan,
    IReadOnlyList<StoredFact<Opportunity>> Deals,
    IReadOnlyList<StoredFact<Lead>> Leads,
    IReadOnlyList<StoredFact<Quote>> Quotes)
{
    /// <summary>Every currency that something is told in; null where nothing is said, which means the reporting currency.</summary>
    public IEnumerable<Currency?> Currencies() => Light.SelectMany(day => day.Rollup.Orders.Select(o => o.Currency).Concat(day.Rollup.Spend.Select(s => s.Currency)))
        .Concat(Master.Products.Values.Select(product => product.Currency))
        .Concat(Deals.Select(deal => deal.Fact.Currency))
        .Concat(Quotes.Select(quote => quote.Fact.Currency));
}
