using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Xlsx;

/// <summary>Every number of the report in one long table, a row a number, for pivot tables: section, table, row, figure, unit, value.</summary>
internal static class DataSheet
{
    /// <summary>What a sheet holds besides the header. Source: the vendor's specifications and limits.</summary>
    private const int MostRows = 1_048_575;

    public static IReadOnlyList<double> Widths { get; } = [24, 34, 34, 28, 12, 20, 14];

    public static void Write(SheetWriter sheet, Report report, ReportView view, IReadOnlyList<SectionView> sections)
    {
        var words = view.Words;
        sheet.Table(
            "data",
            [words.Say("data.section"), words.Say("data.table"), words.Say("data.row"), words.Say("data.figure"), words.Say("data.unit"), words.Say("data.value"), words.Say("data.day")],
            History(report, view).Concat(sections.SelectMany(Rows)).Take(MostRows));
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> History(Report report, ReportView view) =>
        from pair in report.Metrics.Zip(view.Cards)
        from point in pair.First.History
        where point.Value is not null
        select Row(view.Words.SevenMetrics, pair.Second.Name, point.Period, pair.Second.Name, UnitOf(pair.First.Unit), point.Value, null, CellStyles.OfUnit(pair.First.Unit));

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(SectionView section) => section.Blocks.SelectMany(block => block switch
    {
        TilesBlock tiles => tiles.Tiles.Where(tile => tile.Value is { Number: not null, Unit: not null }).Select(tile => Row(section.Title, section.Title, tile.Label, tile.Label, Unit(tile.Value.Unit!.Value), tile.Value.Number, null, CellStyles.Of(tile.Value.Unit!.Value))),
        TableBlock table => table.Rows.SelectMany(row => Rows(section, table, row)),
        _ => [],
    });

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(SectionView section, TableBlock table, TableRow row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (row.Cells[column] is { } cell && (cell.Number is not null || cell.Date is not null))
            {
                yield return Row(section.Title, table.Title, row.Cells[0].Text, table.Columns[column].Name, Unit(cell.Unit ?? table.Columns[column].Kind), cell.Number, cell.Date, CellStyles.Of(cell.Unit ?? table.Columns[column].Kind));
            }
        }
    }

    /// <summary>Stable names to filter by: <c>money</c>, <c>ratio</c>.</summary>
    private static string Unit(ColumnKind kind) => kind.ToString().ToLowerInvariant();

    private static string UnitOf(string unit) => unit is "ratio" or "days" ? unit : Unit(ColumnKind.Money);

    private static SheetCell[] Row(string section, string table, string row, string figure, string unit, decimal? value, DateOnly? day, CellStyle style) =>
    [
        SheetCell.Of(section), SheetCell.Of(table), SheetCell.Of(row), SheetCell.Of(figure), SheetCell.Of(unit), SheetCell.Of(value, style), day is { } known ? SheetCell.Of(known) : SheetCell.Empty,
    ];
}
