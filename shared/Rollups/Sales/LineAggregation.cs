using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// Adds up the lines of one day's orders by every id that they carry: the one place where the signs of metrics.md, rule 8, are
/// applied, and the one function that sees every line ever sold. The order in which orders come makes no difference.
/// </summary>
public sealed class LineAggregation
{
    private readonly Dictionary<GroupKey, int> _groups = [];
    private readonly Dictionary<LineKey, int> _lineIndex = [];
    private readonly List<GroupSum> _sums = [];
    private readonly List<LineSum> _lines = [];

    /// <summary>Takes in a booked order or a return; others count nowhere and are left out.</summary>
    public void Add(Order order)
    {
        var isReturn = order.Status == OrderStatus.Return;
        if (!isReturn && order.Status != OrderStatus.Booked)
        {
            return;
        }

        var group = GroupOf(order);
        var net = 0m;
        foreach (var line in order.Lines)
        {
            net += Add(group, line, isReturn);
        }

        var sum = _sums[group];
        sum.Orders++;
        if (!isReturn && net > 0)
        {
            sum.PositiveNets.Add(Plain(net));
        }
    }

    public DaySales Total(DateOnly day)
    {
        var lines = _lineIndex.GroupBy(entry => entry.Key.Group).ToDictionary(group => group.Key, group => Lines(group));
        return new DaySales(day, [.. _groups
            .OrderBy(entry => entry.Key.CustomerId, StringComparer.Ordinal).ThenBy(entry => entry.Key.RepId, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Channel).ThenBy(entry => entry.Key.LeadSource, StringComparer.Ordinal).ThenBy(entry => entry.Key.Currency)
            .Select(entry => Group(entry.Key, _sums[entry.Value], lines.GetValueOrDefault(entry.Value) ?? []))]);
    }

    /// <summary>The net amount of the line, signed.</summary>
    private decimal Add(int group, OrderLine line, bool isReturn)
    {
        var net = isReturn ? -Math.Abs(line.Net) : line.Net;
        var quantity = isReturn ? -Math.Abs(line.Quantity) : line.Quantity;
        var inBridge = !isReturn && quantity > 0 && net != 0;
        var key = new LineKey(group, line.Sku, line.Category, inBridge, line.UnitCost is not null, line.ListUnitPrice is not null);
        if (!_lineIndex.TryGetValue(key, out var index))
        {
            _lineIndex[key] = index = _lines.Count;
            _lines.Add(new LineSum());
        }

        var sum = _lines[index];
        sum.Lines++;
        sum.Quantity += quantity;
        sum.Net += net;
        sum.AbsoluteNet += Math.Abs(net);
        sum.Cost += line.UnitCost.GetValueOrDefault() * quantity;
        sum.List += line.ListUnitPrice.GetValueOrDefault() * quantity;
        return net;
    }

    private int GroupOf(Order order)
    {
        var key = new GroupKey(order.CustomerId, order.RepId, order.Channel, order.LeadSource, order.Currency);
        if (!_groups.TryGetValue(key, out var index))
        {
            _groups[key] = index = _sums.Count;
            _sums.Add(new GroupSum());
        }

        return index;
    }

    private static SaleGroup Group(GroupKey key, GroupSum sum, IReadOnlyList<LineGroup> lines)
    {
        sum.PositiveNets.Sort();
        return new SaleGroup(key.CustomerId, key.RepId, key.Channel, key.LeadSource, key.Currency, sum.Orders, [.. sum.PositiveNets], lines);
    }

    private IReadOnlyList<LineGroup> Lines(IEnumerable<KeyValuePair<LineKey, int>> ofGroup) =>
    [
        .. ofGroup
            .OrderBy(entry => entry.Key.Sku, StringComparer.Ordinal).ThenBy(entry => entry.Key.Category, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.InBridge).ThenBy(entry => entry.Key.HasCost).ThenBy(entry => entry.Key.HasList)
            .Select(entry => Line(entry.Key, _lines[entry.Value])),
    ];

    private static LineGroup Line(LineKey key, LineSum sum) => new(
        key.Sku, key.Category, key.InBridge, sum.Lines, Plain(sum.Quantity), Plain(sum.Net), Plain(sum.AbsoluteNet),
        key.HasCost ? Plain(sum.Cost) : null, key.HasList ? Plain(sum.List) : null);

    /// <summary>Without trailing zeros: 2.50 and 2.5 are the same amount and must be written the same.</summary>
    private static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    private readonly record struct GroupKey(string CustomerId, string? RepId, SalesChannel? Channel, string? LeadSource, Currency? Currency);

    private readonly record struct LineKey(int Group, string? Sku, string? Category, bool InBridge, bool HasCost, bool HasList);

    private sealed class GroupSum
    {
        public int Orders { get; set; }

        public List<decimal> PositiveNets { get; } = [];
    }

    private sealed class LineSum
    {
        public int Lines { get; set; }

        public decimal Quantity { get; set; }

        public decimal Net { get; set; }

        public decimal AbsoluteNet { get; set; }

        public decimal Cost { get; set; }

        public decimal List { get; set; }
    }
}
