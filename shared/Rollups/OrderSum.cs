using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups;

/// <summary>The orders of one day and currency while they are added up. A return counts as −|quantity| and −|net|, whatever its sign in the source.</summary>
internal sealed class OrderSum(Currency? currency)
{
    private readonly List<decimal> _positives = [];
    private readonly SortedDictionary<string, UncostedLines> _uncosted = new(StringComparer.Ordinal);
    private CostedLines _costed = new(0, 0, 0, 0);
    private UncostedLines? _withoutSku;
    private int _count;
    private decimal _net;

    /// <summary>True when the order makes its customer active: booked and above zero.</summary>
    public bool Add(Order order)
    {
        _count++;
        var isReturn = order.Status == OrderStatus.Return;
        var net = 0m;
        foreach (var line in order.Lines)
        {
            var lineNet = isReturn ? -Math.Abs(line.Net) : line.Net;
            var quantity = isReturn ? -Math.Abs(line.Quantity) : line.Quantity;
            net += lineNet;
            AddLine(line, quantity, lineNet);
        }

        _net += net;
        if (isReturn || net <= 0)
        {
            return false;
        }

        _positives.Add(net);
        return true;
    }

    public OrderTotals Total()
    {
        _positives.Sort();
        IEnumerable<UncostedLines> withoutSku = _withoutSku is null ? [] : [_withoutSku];
        return new OrderTotals(currency, _count, _net, [.. _positives], _costed, [.. withoutSku, .. _uncosted.Values]);
    }

    private void AddLine(OrderLine line, decimal quantity, decimal net)
    {
        if (line.UnitCost is { } unitCost)
        {
            _costed = new CostedLines(_costed.Lines + 1, _costed.Net + net, _costed.AbsoluteNet + Math.Abs(net), _costed.Cost + (unitCost * quantity));
            return;
        }

        var before = (line.Sku is null ? _withoutSku : _uncosted.GetValueOrDefault(line.Sku)) ?? new UncostedLines(line.Sku, 0, 0, 0, 0);
        var after = new UncostedLines(line.Sku, before.Lines + 1, before.Quantity + quantity, before.Net + net, before.AbsoluteNet + Math.Abs(net));
        if (line.Sku is null)
        {
            _withoutSku = after;
        }
        else
        {
            _uncosted[line.Sku] = after;
        }
    }
}
