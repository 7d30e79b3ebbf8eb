using SalesReports.Facts;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Rollups.Findings;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>The rows that one report is made of, as they were read, the rates apart.</summary>
/// <param name="Shares">Only for a scope below the company.</param>
/// <param name="Findings">Of the period; only for a month.</param>
internal sealed record ReportRows(
    MasterData Master,
    IReadOnlyList<StoredRollup> Light,
    IReadOnlyList<StoredShares> Shares,
    IReadOnlyList<StoredDetail<DaySales>> Sales,
    IReadOnlyList<FirstOrder> FirstOrders,
    DateOnly? FirstOrderOfAll,
    DateOnly? OrdersBegan,
    IReadOnlyList<StoredFact<Opportunity>> Deals,
    IReadOnlyList<StoredFact<Lead>> Leads,
    IReadOnlyList<StoredFact<Quote>> Quotes,
    IReadOnlyList<StoredDetail<DayFindings>> Findings)
{
    /// <summary>
    /// Opportunities that were there before <paramref name="end"/>, each once: one that has just opened again may still rest under
    /// its old day. Those that came to rest later are among them: they were open.
    /// </summary>
    public static IReadOnlyList<StoredFact<Opportunity>> DealsBefore(
        DateOnly end, IEnumerable<StoredFact<Opportunity>> open, IEnumerable<StoredDetail<DayFunnel>> funnel) =>
    [
        .. open.Concat(funnel.SelectMany(day => day.Content.Deals))
            .Where(deal => deal.Fact.CreatedAt is not { } created || created.Day < end)
            .DistinctBy(deal => (deal.Fact.Source, deal.Fact.Id)),
    ];

    /// <summary>What each source gave, by day: what the figures and the way from a lead to a deal are made of.</summary>
    public IEnumerable<SourceDay> SourceDays() => SourceDays(Light.Select(day => day.Rollup), Leads.Select(lead => lead.Fact), Quotes.Select(quote => quote.Fact));

    public static IEnumerable<SourceDay> SourceDays(IEnumerable<DayRollup> days, IEnumerable<Lead> leads, IEnumerable<Quote> quotes) =>
        days.SelectMany(day => day.Facts.Select(own => new SourceDay(day.Day, own.Source, own.Count)))
            .Concat(leads.SelectMany(lead => lead.Days.Select(day => new SourceDay(day, lead.Source, 1))))
            .Concat(quotes.SelectMany(quote => quote.Days.Select(day => new SourceDay(day, quote.Source, 1))));

    /// <summary>Every currency that something is told in; null where nothing is said, which means the reporting currency.</summary>
    public IEnumerable<Currency?> Currencies() => Light.SelectMany(day => day.Rollup.Orders.Select(o => o.Currency).Concat(day.Rollup.Spend.Select(s => s.Currency)))
        .Concat(Master.Products.Values.Select(product => product.Currency))
        .Concat(Deals.Select(deal => deal.Fact.Currency))
        .Concat(Quotes.Select(quote => quote.Fact.Currency));
}
