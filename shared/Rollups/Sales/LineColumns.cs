using System.Runtime.InteropServices;
using SalesReports.Facts;

namespace SalesReports.Rollups.Sales;

/// <summary>Signed lines of orders by number of group, sku and category, ready to be added up.</summary>
internal sealed class LineColumns
{
    private readonly TextIds _skus = new();
    private readonly TextIds _categories = new();
    private readonly List<int> _groups = [];
    private readonly List<Row> _rows = [];
    private int[] _skuRanks = [];
    private int[] _categoryRanks = [];
    private ulong[] _keys = [];

    public void Add(int group, OrderLine line, decimal quantity, decimal net, bool inBridge)
    {
        _groups.Add(group);
        _rows.Add(new Row(
            _skus.IdOf(line.Sku), _categories.IdOf(line.Category), inBridge, line.UnitCost is not null, line.ListUnitPrice is not null,
            quantity, net, line.UnitCost.GetValueOrDefault(), line.ListUnitPrice.GetValueOrDefault()));
    }

    /// <summary>The lines of each group added up, in the order of a <see cref="SaleGroup"/>.</summary>
    public IReadOnlyList<LineGroup>[] Totals(int groups)
    {
        (_skuRanks, _categoryRanks) = (_skus.Ranks(), _categories.Ranks());
        var buckets = new Buckets(CollectionsMarshal.AsSpan(_groups), groups);
        var totals = new IReadOnlyList<LineGroup>[groups];
        for (var group = 0; group < groups; group++)
        {
            totals[group] = Total(buckets.RowsOf(group));
        }

        return totals;
    }

    private LineGroup[] Total(Span<int> rows)
    {
        var keys = Keys(rows);
        keys.Sort(rows);
        var distinct = rows.Length == 0 ? 0 : 1;
        for (var at = 1; at < keys.Length; at++)
        {
            distinct += keys[at] == keys[at - 1] ? 0 : 1;
        }

        var totals = new LineGroup[distinct];
        for (var (first, index) = (0, 0); first < rows.Length; index++)
        {
            var end = first + 1;
            while (end < rows.Length && keys[end] == keys[first])
            {
                end++;
            }

            totals[index] = Sum(rows[first..end]);
            first = end;
        }

        return totals;
    }

    private Span<ulong> Keys(ReadOnlySpan<int> rows)
    {
        if (_keys.Length < rows.Length)
        {
            _keys = new ulong[rows.Length * 2];
        }

        var all = CollectionsMarshal.AsSpan(_rows);
        for (var at = 0; at < rows.Length; at++)
        {
            ref readonly var row = ref all[rows[at]];
            _keys[at] = ((ulong)_skuRanks[row.Sku] << 34) | ((ulong)_categoryRanks[row.Category] << 3)
                | (row.InBridge ? 4UL : 0) | (row.HasCost ? 2UL : 0) | (row.HasList ? 1UL : 0);
        }

        return _keys.AsSpan(0, rows.Length);
    }

    private LineGroup Sum(ReadOnlySpan<int> rows)
    {
        var all = CollectionsMarshal.AsSpan(_rows);
        ExactSum quantity = default, net = default, absolute = default, cost = default, list = default;
        foreach (var index in rows)
        {
            ref readonly var row = ref all[index];
            quantity.Add(row.Quantity);
            net.Add(row.Net);
            absolute.Add(Math.Abs(row.Net));
            if (row.HasCost)
            {
                cost.AddProduct(row.UnitCost, row.Quantity);
            }

            if (row.HasList)
            {
                list.AddProduct(row.UnitList, row.Quantity);
            }
        }

        ref readonly var first = ref all[rows[0]];
        return new LineGroup(
            _skus.TextOf(first.Sku), _categories.TextOf(first.Category), first.InBridge, rows.Length, quantity.Total(), net.Total(), absolute.Total(),
            first.HasCost ? cost.Total() : null, first.HasList ? list.Total() : null);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(
        int Sku, int Category, bool InBridge, bool HasCost, bool HasList, decimal Quantity, decimal Net, decimal UnitCost, decimal UnitList);
}
