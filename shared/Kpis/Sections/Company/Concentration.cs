using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Company;

/// <summary>Revenue of the largest 1, 5 and 10 customers of the month ÷ revenue of all.</summary>
public sealed record Concentration(Figure Top1, Figure Top5, Figure Top10)
{
    internal static Concentration Of(IEnumerable<Sale> sales, MetricSettings settings)
    {
        var all = sales as IReadOnlyCollection<Sale> ?? [.. sales];
        var coverage = SaleSums.Of(all).RateCoverage;
        var largest = all.Where(sale => sale.HasRate).GroupBy(sale => sale.CustomerId, StringComparer.Ordinal).Select(own => own.Sum(sale => sale.Net)).OrderDescending().ToList();
        var total = largest.Sum();
        Figure Top(int count) => Figure.Ratio(largest.Take(count).Sum(), total, largest.Count, settings, SaleReasons.ZeroRevenue, coverage, Reason.NoRate);
        return new Concentration(Top(1), Top(5), Top(10));
    }
}
