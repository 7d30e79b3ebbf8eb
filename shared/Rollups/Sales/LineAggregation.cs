using System.Runtime.InteropServices;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Measures;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// Adds up the lines of one day's orders by every id that they carry: the one place where the signs of metrics.md, rule 8, are
/// applied, and the one function that sees every line ever sold. The order in which orders come makes no difference.
/// </summary>
public sealed class LineAggregation
{
    private readonly TextIds _customers = new();
    private readonly TextIds _reps = new();
    private readonly TextIds _leadSources = new();
    private readonly TextIds _currencies = new();
    private readonly Dictionary<GroupKey, int> _groups = [];
    private readonly List<GroupKey> _keys = [];
    private readonly List<int> _orders = [];
    private readonly List<int> _groupOfPositive = [];
    private readonly List<decimal> _positives = [];
    private readonly LineColumns _lines = new();

    /// <summary>Takes in a booked order or a return; others count nowhere and are left out.</summary>
    public void Add(Order order)
    {
        var isReturn = order.Status == OrderStatus.Return;
        if (!isReturn && order.Status != OrderStatus.Booked)
        {
            return;
        }

        var group = GroupOf(order);
        ExactSum net = default;
        for (var index = 0; index < order.Lines.Count; index++)
        {
            net.Add(Add(group, order.Lines[index], isReturn));
        }

        _orders[group]++;
        if (!isReturn && net.Total() is > 0 and var positive)
        {
            _groupOfPositive.Add(group);
            _positives.Add(positive);
        }
    }

    public DaySales Total(DateOnly day)
    {
        var lines = _lines.Totals(_keys.Count);
        var positives = new Buckets(CollectionsMarshal.AsSpan(_groupOfPositive), _keys.Count);
        var groups = new SaleGroup[_keys.Count];
        var order = InOrder();
        for (var at = 0; at < groups.Length; at++)
        {
            var (group, key) = (order[at], _keys[order[at]]);
            groups[at] = new SaleGroup(
                _customers.TextOf(key.Customer)!, _reps.TextOf(key.Rep), key.Channel < 0 ? null : (SalesChannel)key.Channel, _leadSources.TextOf(key.LeadSource),
                _currencies.TextOf(key.Currency) is { } code ? Currency.Parse(code) : null, _orders[group], PositiveNets(positives.RowsOf(group)), lines[group]);
        }

        return new DaySales(day, groups);
    }

    /// <summary>The net amount of the line, signed.</summary>
    private decimal Add(int group, OrderLine line, bool isReturn)
    {
        var net = isReturn ? -Math.Abs(line.Net) : line.Net;
        var quantity = isReturn ? -Math.Abs(line.Quantity) : line.Quantity;
        _lines.Add(group, line, quantity, net, inBridge: !isReturn && quantity > 0 && net != 0);
        return net;
    }

    private int GroupOf(Order order)
    {
        var key = new GroupKey(
            _customers.IdOf(CustomerKey.Of(order.Source, order.CustomerId)), _reps.IdOf(order.RepId), order.Channel is { } channel ? (int)channel : -1,
            _leadSources.IdOf(order.LeadSource), _currencies.IdOf(order.Currency?.Code));
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups[key] = group = _keys.Count;
            _keys.Add(key);
            _orders.Add(0);
        }

        return group;
    }

    private int[] InOrder()
    {
        var (customers, reps, leadSources, currencies) = (_customers.Ranks(), _reps.Ranks(), _leadSources.Ranks(), _currencies.Ranks());
        var places = _keys.ConvertAll(key => (customers[key.Customer], reps[key.Rep], key.Channel, leadSources[key.LeadSource], currencies[key.Currency])).ToArray();
        var groups = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(places, groups);
        return groups;
    }

    private decimal[] PositiveNets(ReadOnlySpan<int> rows)
    {
        var nets = new decimal[rows.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            nets[at] = _positives[rows[at]];
        }

        Array.Sort(nets);
        return nets;
    }

    /// <param name="Channel">−1 without one.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct GroupKey(int Customer, int Rep, int Channel, int LeadSource, int Currency);
}
