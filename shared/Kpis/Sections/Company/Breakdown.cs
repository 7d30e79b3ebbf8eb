using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Company;

/// <summary>Cuts sales by a dimension; the rows sum to the whole. Largest revenue first, ties by ordinal id.</summary>
internal static class Breakdown
{
    public static IReadOnlyList<BreakdownRow> BySale(SectionInputs inputs, IEnumerable<Sale> sales, Func<Sale, string?> dimension) =>
        Rows(inputs, sales.GroupBy(dimension).Select(row => (row.Key, SaleSums.Of(row))));

    /// <summary>An order may lie in several rows: <c>n</c> counts lines.</summary>
    public static IReadOnlyList<BreakdownRow> ByLine(SectionInputs inputs, IEnumerable<Sale> sales, Func<SaleLine, string?> dimension) =>
        Rows(inputs, sales.SelectMany(sale => sale.Lines).GroupBy(dimension).Select(row => (row.Key, SaleSums.Of(row))));

    private static IReadOnlyList<BreakdownRow> Rows(SectionInputs inputs, IEnumerable<(string? Id, SaleSums Sums)> rows)
    {
        var all = rows.ToList();
        var total = all.Sum(row => row.Sums.Net);
        return
        [
            .. all.OrderByDescending(row => row.Sums.Net).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => new BreakdownRow(
                row.Id, row.Id, row.Sums.RevenueFigure(inputs), total == 0 ? null : row.Sums.KnownNet / total, row.Sums.MarginFigure(inputs.Settings))),
        ];
    }
}
