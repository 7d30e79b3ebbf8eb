using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>Gathers what a day brought to the funnel, in any order.</summary>
internal sealed class FunnelSum(DateOnly day)
{
    private readonly List<Opportunity> _deals = [];
    private readonly List<Lead> _leads = [];
    private readonly List<Quote> _quotes = [];

    /// <param name="fact">Filed under the day; a deleted one only if it is an opportunity.</param>
    public void Add(Fact fact)
    {
        switch (fact)
        {
            // The last of the days it is filed under; an open one is filed behind all days.
            case Opportunity deal when FactKeys.FiledDays(deal) is [.., var last] && last == FactKeys.Day(day):
                _deals.Add(deal);
                break;
            case Lead lead:
                _leads.Add(lead);
                break;
            case Quote quote:
                _quotes.Add(quote);
                break;
            default:
                break;
        }
    }

    public DayFunnel Total() => new(day, Ordered(_deals), Ordered(_leads), Ordered(_quotes));

    private static IReadOnlyList<StoredFact<T>> Ordered<T>(IEnumerable<T> facts)
        where T : Fact =>
        [
            .. facts.OrderBy(fact => fact.Source, StringComparer.Ordinal).ThenBy(fact => fact.Id, StringComparer.Ordinal)
                .Select(fact => new StoredFact<T>(FactRow.Content(fact), FactRow.VersionOf(fact, 0).Hash)),
        ];
}
