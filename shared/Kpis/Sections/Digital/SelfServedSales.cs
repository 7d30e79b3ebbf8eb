using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Digital;

/// <summary>
/// What customers ordered by themselves. EDI stands apart, on neither side of the share; orders keyed by a rep, by hand or through a
/// marketplace are in the whole only. Sales without a channel count against coverage, which is by count of orders where a rate is missing. Source: metrics.md, monthly report 11.
/// </summary>
internal static class SelfServedSales
{
    /// <summary>Σ net of self-service ÷ Σ net of all known channels but EDI; <c>n</c> counts their orders and returns.</summary>
    public static Figure ShareOfRevenue(IReadOnlyCollection<Sale> sales, MetricSettings settings)
    {
        var known = Known(sales.Where(sale => sale.HasRate));
        var (told, isRated) = (sales.Where(sale => sale.Channel is not null).ToList(), sales.All(sale => sale.HasRate));
        return Figure.Ratio(
            known.Where(IsSelfService).Sum(sale => sale.Net), known.Sum(sale => sale.Net), known.Sum(sale => sale.Orders), settings,
            isRated || Known(sales).Count == 0 ? WhenNothing(known, SaleReasons.ZeroRevenue) : Reason.NoRate,
            isRated
                ? Measurement.Share(told.Sum(AbsoluteNet), sales.Sum(AbsoluteNet))
                : Measurement.Share(told.Where(sale => sale.HasRate).Sum(sale => sale.Orders), sales.Sum(sale => sale.Orders)),
            isRated ? SaleReasons.SomeChannelMissing : Reason.NoRate);
    }

    /// <summary>The same by count of orders above zero, whatever their rate.</summary>
    public static Figure ShareOfOrders(IReadOnlyCollection<Sale> sales, MetricSettings settings)
    {
        var known = Known(sales);
        var orders = known.Sum(Orders);
        return Figure.Ratio(
            known.Where(IsSelfService).Sum(Orders), orders, orders, settings, WhenNothing(known, Reason.NoOrder),
            Measurement.Share(sales.Where(sale => sale.Channel is not null).Sum(Orders), sales.Sum(Orders)), SaleReasons.SomeChannelMissing);
    }

    public static bool IsSelfService(Sale sale) => sale.Channel == SalesChannel.SelfService;

    private static List<Sale> Known(IEnumerable<Sale> sales) => [.. sales.Where(sale => sale.Channel is not (null or SalesChannel.Edi))];

    private static Reason WhenNothing(List<Sale> known, Reason otherwise) => known.Count == 0 ? SaleReasons.NoChannel : otherwise;

    private static int Orders(Sale sale) => sale.PositiveOrders;

    private static decimal AbsoluteNet(Sale sale) => sale.Lines.Sum(line => line.AbsoluteNet);
}
