using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Customers;

/// <summary>Known categories of what was bought: booked lines with quantity above zero and net not zero.</summary>
internal static class BoughtCategories
{
    public static HashSet<string> Of(IEnumerable<Sale> sales) => Lines(sales).Select(entry => entry.Category).ToHashSet(StringComparer.Ordinal);

    /// <summary>Of the given categories the one bought last, ties by ordinal name; null of none.</summary>
    public static string? LastOf(IReadOnlySet<string> categories, IEnumerable<Sale> sales) => Lines(sales)
        .Where(entry => categories.Contains(entry.Category))
        .OrderByDescending(entry => entry.Day).ThenBy(entry => entry.Category, StringComparer.Ordinal)
        .Select(entry => entry.Category)
        .FirstOrDefault();

    private static IEnumerable<(DateOnly Day, string Category)> Lines(IEnumerable<Sale> sales) => sales
        .SelectMany(sale => sale.Lines.Where(line => line is { InBridge: true, Category: not null }).Select(line => (sale.Day, line.Category!)));
}
