using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Customers;

/// <summary>
/// Revenue of the last 12 months ÷ that of the 12 before, over the customers with a base above zero. Gross caps each customer at its
/// base and floors it at 0. Fractions; null without such a customer. Source: metrics.md, monthly report 10.
/// </summary>
/// <param name="BaseRevenue">Σ base.</param>
/// <param name="N">Customers with a base above zero.</param>
/// <param name="Reason">In English, why there is none.</param>
public sealed record Retention(decimal? Net, decimal? Gross, decimal BaseRevenue, int N, bool SmallSample, string? Reason, LocalText? ReasonText)
{
    /// <param name="sales">Of at least the 24 months before <paramref name="end"/>.</param>
    internal static Retention Of(IEnumerable<Sale> sales, DateOnly end, MetricSettings settings)
    {
        var (yearStart, baseStart) = (end.AddYears(-1), end.AddYears(-2));
        var customers = sales.Where(sale => sale.Day >= baseStart && sale.Day < end)
            .GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
            .Select(own => (Base: own.Where(sale => sale.Day < yearStart).Sum(sale => sale.Net), Now: own.Where(sale => sale.Day >= yearStart).Sum(sale => sale.Net)))
            .Where(own => own.Base > 0)
            .ToList();
        var total = customers.Sum(own => own.Base);
        var why = customers.Count == 0 ? SaleReasons.NoRetentionBase.Text : null;
        return new Retention(
            customers.Count == 0 ? null : customers.Sum(own => own.Now) / total,
            customers.Count == 0 ? null : customers.Sum(own => Math.Clamp(own.Now, 0, own.Base)) / total,
            total, customers.Count, customers.Count < settings.MinimumSample, why?.En, why);
    }
}
