using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups;

/// <summary>
/// Adds up the facts of one day, in any order. A fact filed under the day for another reason (an opportunity created on it)
/// adds nothing. Source: metrics.md, rule 8.
/// </summary>
public sealed class DayRollupBuilder(DateOnly day)
{
    private readonly SortedDictionary<string, OrderSum> _orders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SpendTotals> _spend = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _customers = new(StringComparer.Ordinal);
    private readonly List<int> _cycles = [];
    private int _orderFacts;
    private int _won;
    private int _lost;
    private int _wonWithoutCreation;

    public void Add(Fact fact)
    {
        if (fact.Deleted || !fact.Days.Contains(day))
        {
            return;
        }

        switch (fact)
        {
            case Order order:
                AddOrder(order);
                break;
            case Opportunity opportunity when opportunity.ClosedAt?.Day == day:
                AddClosed(opportunity);
                break;
            case SpendDay spend:
                AddSpend(spend);
                break;
            default:
                break;
        }
    }

    public DayRollup Build()
    {
        _cycles.Sort();
        return new DayRollup
        {
            Day = day,
            OrderFacts = _orderFacts,
            Orders = [.. _orders.Values.Select(sum => sum.Total())],
            ActiveCustomers = [.. _customers],
            Deals = _won + _lost == 0 ? DealTotals.None : new DealTotals(_won, _lost, [.. _cycles], _wonWithoutCreation),
            Spend = [.. _spend.Values],
        };
    }

    private void AddOrder(Order order)
    {
        _orderFacts++;
        if (order.Status is not (OrderStatus.Booked or OrderStatus.Return))
        {
            return;
        }

        var key = order.Currency?.Code ?? "";
        if (!_orders.TryGetValue(key, out var sum))
        {
            _orders[key] = sum = new OrderSum(order.Currency);
        }

        if (sum.Add(order))
        {
            _customers.Add(order.CustomerId);
        }
    }

    private void AddClosed(Opportunity opportunity)
    {
        if (opportunity.Outcome == Outcome.Lost)
        {
            _lost++;
        }
        else if (opportunity.Outcome == Outcome.Won)
        {
            _won++;
            AddCycle(opportunity);
        }
    }

    private void AddCycle(Opportunity won)
    {
        if (won.CreatedAt is not { } created)
        {
            _wonWithoutCreation++;
        }
        else if (day >= created.Day)
        {
            _cycles.Add(day.DayNumber - created.Day.DayNumber);
        }
    }

    private void AddSpend(SpendDay spend)
    {
        var key = spend.Currency?.Code ?? "";
        var before = _spend.GetValueOrDefault(key) ?? new SpendTotals(spend.Currency, 0, 0);
        _spend[key] = before with { Facts = before.Facts + 1, Amount = before.Amount + spend.Amount };
    }
}
