using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Bridges;

/// <summary>One of the two periods of a bridge: its skus, and what is no sale of a sku.</summary>
/// <param name="Skus">Booked lines with quantity above zero and net not zero; the lines without sku are one product.</param>
/// <param name="Other">Net − cost of all other lines.</param>
/// <param name="IsKnown">There is a line in it; without one its total is not known, which is not zero.</param>
internal sealed record BridgeSide(IReadOnlyDictionary<string, SkuSales> Skus, decimal Other, bool IsKnown)
{
    /// <summary>All lines at their net.</summary>
    public static BridgeSide OfRevenue(IEnumerable<Sale> sales) => Of(sales.SelectMany(sale => sale.Lines).Select(line => line with { Cost = 0 }));

    /// <summary>Lines with known cost only; the others vanish.</summary>
    public static BridgeSide OfMargin(IEnumerable<Sale> sales) => Of(sales.SelectMany(sale => sale.Lines).Where(line => line.Cost is not null));

    public decimal Total => Skus.Values.Sum(sku => sku.Margin) + Other;

    private static BridgeSide Of(IEnumerable<SaleLine> lines)
    {
        var all = lines.ToLookup(line => line.InBridge);
        return new BridgeSide(
            all[true].GroupBy(Key, StringComparer.Ordinal).ToDictionary(sku => sku.Key, SkuSales.Of, StringComparer.Ordinal),
            all[false].Sum(line => ExactSum.Kept(line.Net - line.Cost!.Value)),
            all.Count > 0);
    }

    /// <summary>A sku is never empty, so that the empty text can stand for the lines without one.</summary>
    private static string Key(SaleLine line) => line.Sku ?? "";
}

/// <param name="Cost">0 throughout in a bridge of revenue.</param>
internal sealed record SkuSales(decimal Quantity, decimal Net, decimal Cost)
{
    public decimal Margin => Net - Cost;

    public static SkuSales Of(IEnumerable<SaleLine> lines) => lines.Aggregate(
        new SkuSales(0, 0, 0), (sum, line) => new(sum.Quantity + line.Quantity, sum.Net + ExactSum.Kept(line.Net), sum.Cost + ExactSum.Kept(line.Cost!.Value)));
}
