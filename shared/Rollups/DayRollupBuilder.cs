using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups.Findings;
using SalesReports.Rollups.Sales;

namespace SalesReports.Rollups;

/// <summary>
/// Adds up the facts of one day, in any order. A fact filed under the day for another reason (an opportunity created on it)
/// adds nothing to what it has no part in. Source: metrics.md, rule 8.
/// </summary>
public sealed class DayRollupBuilder(DateOnly day)
{
    private readonly LineAggregation _sales = new();
    private readonly FunnelSum _funnel = new(day);
    private readonly FindingSum _findings = new(day);
    private readonly Dictionary<(string Channel, string? Campaign, Currency? Currency), SpendTotals> _spend = [];
    private readonly List<Opportunity> _closed = [];
    private readonly SortedDictionary<string, int> _facts = new(StringComparer.Ordinal);
    private int _orderFacts;

    public void Add(Fact fact)
    {
        if (fact.Deleted ? fact is not Opportunity : !fact.Days.Contains(day))
        {
            return;
        }

        _funnel.Add(fact);
        if (fact.Deleted)
        {
            return;
        }

        _findings.Add(fact);
        switch (fact)
        {
            case Order order:
                _orderFacts++;
                _sales.Add(order);
                Count(order);
                break;
            case Opportunity { Outcome: not Outcome.Open } deal when deal.ClosedAt?.Day == day:
                _closed.Add(deal);
                Count(deal);
                break;
            case SpendDay spend:
                AddSpend(spend);
                Count(spend);
                break;
            default:
                break;
        }
    }

    public BuiltDay Build()
    {
        var sales = _sales.Total(day);
        var rollup = new DayRollup
        {
            Day = day,
            OrderFacts = _orderFacts,
            Orders = SalesTotals.ByCurrency(sales.Groups),
            ActiveCustomers = SalesTotals.ActiveCustomers(sales.Groups),
            Deals = Closed(_closed),
            Spend = [.. _spend.OrderBy(s => s.Key.Channel, StringComparer.Ordinal).ThenBy(s => s.Key.Campaign, StringComparer.Ordinal).ThenBy(s => s.Key.Currency).Select(s => s.Value)],
            Facts = [.. _facts.Select(own => new SourceFacts(own.Key, own.Value))],
        };
        var deals = _closed.GroupBy(deal => deal.RepId, StringComparer.Ordinal).OrderBy(rep => rep.Key, StringComparer.Ordinal).Select(rep => new DealShare(rep.Key, Closed([.. rep])));
        return new BuiltDay(rollup, new DayShares(day, SalesTotals.ByOwner(sales.Groups), [.. deals]), sales, _funnel.Total(), _findings.Total());
    }

    private DealTotals Closed(IReadOnlyCollection<Opportunity> deals)
    {
        var won = deals.Where(deal => deal.Outcome == Outcome.Won).ToList();
        var cycles = won.Where(deal => deal.CreatedAt is not null).Select(deal => day.DayNumber - deal.CreatedAt!.Value.Day.DayNumber);
        return new DealTotals(won.Count, deals.Count - won.Count, [.. cycles.Where(days => days >= 0).Order()], won.Count(deal => deal.CreatedAt is null));
    }

    private void Count(Fact fact) => _facts[fact.Source] = _facts.GetValueOrDefault(fact.Source) + 1;

    private void AddSpend(SpendDay spend)
    {
        var key = (spend.Channel, spend.Campaign, spend.Currency);
        var before = _spend.GetValueOrDefault(key) ?? new SpendTotals(spend.Channel, spend.Campaign, spend.Currency, 0, 0);
        _spend[key] = before with { Facts = before.Facts + 1, Amount = before.Amount + spend.Amount };
    }
}

/// <summary>A day from its facts: the light figures, the same split by who may see them, the details of its sections, and what is odd.</summary>
public sealed record BuiltDay(DayRollup Rollup, DayShares Shares, DaySales Sales, DayFunnel Funnel, DayFindings Findings)
{
    public DateOnly Day => Rollup.Day;
}
