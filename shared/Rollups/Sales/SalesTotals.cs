using SalesReports.Measures;

namespace SalesReports.Rollups.Sales;

/// <summary>Draws the light totals of a day from its sales.</summary>
internal static class SalesTotals
{
    /// <summary>An entry a currency, ordered by currency.</summary>
    public static IReadOnlyList<OrderTotals> ByCurrency(IEnumerable<SaleGroup> groups) =>
        [.. groups.GroupBy(group => group.Currency).OrderBy(group => group.Key).Select(group => Of(group.Key, [.. group]))];

    /// <summary>Customers with at least one booked order above zero, ordinal order, distinct.</summary>
    public static IReadOnlyList<string> ActiveCustomers(IEnumerable<SaleGroup> groups) =>
        [.. groups.Where(group => group.PositiveNets.Count > 0).Select(group => group.CustomerId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The totals split by who may see them: by rep, without one by customer, whose owner is joined later.</summary>
    public static IReadOnlyList<OrderShare> ByOwner(IEnumerable<SaleGroup> groups) =>
    [
        .. groups.GroupBy(group => (group.RepId, CustomerId: group.RepId is null ? group.CustomerId : null))
            .OrderBy(group => group.Key.RepId, StringComparer.Ordinal).ThenBy(group => group.Key.CustomerId, StringComparer.Ordinal)
            .SelectMany(group => ByCurrency(group).Select(totals => new OrderShare(group.Key.RepId, group.Key.CustomerId, totals))),
    ];

    private static OrderTotals Of(Currency? currency, IReadOnlyList<SaleGroup> groups)
    {
        var lines = groups.SelectMany(group => group.Lines).ToList();
        return new OrderTotals(
            currency,
            groups.Sum(group => group.Orders),
            lines.Sum(line => line.Net),
            [.. groups.SelectMany(group => group.PositiveNets).Order()],
            Costed([.. lines.Where(line => line.Cost is not null)]),
            [.. lines.Where(line => line.Cost is null).GroupBy(line => line.Sku, StringComparer.Ordinal).OrderBy(sku => sku.Key, StringComparer.Ordinal).Select(Uncosted)]);
    }

    private static CostedLines Costed(IReadOnlyList<LineGroup> lines) => new(
        lines.Sum(line => line.Lines), lines.Sum(line => line.Net), lines.Sum(line => line.AbsoluteNet), lines.Sum(line => line.Cost!.Value));

    private static UncostedLines Uncosted(IGrouping<string?, LineGroup> lines) => new(
        lines.Key, lines.Sum(line => line.Lines), lines.Sum(line => line.Quantity), lines.Sum(line => line.Net), lines.Sum(line => line.AbsoluteNet));
}
