using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SalesReports.Documents.Content;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Told = SalesReports.Documents.Content.Cell;

namespace SalesReports.Tests.Documents.ReadBack;

/// <summary>The workbook read back: each table's cells where the table lies, numbers as numbers with the format of their kind, days as days.</summary>
internal static class WorkbookReading
{
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    /// <summary>Where the workbook holds something else than the sections say; empty when it holds the same.</summary>
    public static IReadOnlyList<string> Differences(byte[] file, IReadOnlyList<SectionView> sections, bool french)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var part = workbook.WorkbookPart!;
        var sheets = part.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => (WorksheetPart)part.GetPartById(sheet.Id!.Value!)).ToList();
        var own = sections.Where(section => section.Blocks.Count > 0 && section.Id != "insights").ToList();
        Assert.Equal(own.Count + 2, sheets.Count);
        return [.. own.Zip(sheets.Skip(1)).SelectMany(pair => Differences(new SheetCells(pair.Second, part.WorkbookStylesPart!.Stylesheet!), pair.First, french)).OfType<string>()];
    }

    private static IEnumerable<string?> Differences(SheetCells sheet, SectionView section, bool french)
    {
        // Blocks stand below each other; each table begins below its title, and tiles are lines of three cells.
        var row = 4;
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case TilesBlock tiles:
                    foreach (var tile in tiles.Tiles)
                    {
                        yield return Compared(sheet.At(row, 0), new Told(tile.Label), ColumnKind.Text, french, section.Id);
                        yield return Compared(sheet.At(row++, 1), tile.Value, ColumnKind.Text, french, section.Id);
                    }

                    row++;
                    break;
                case TableBlock table:
                    foreach (var told in table.Rows.Concat(table.Total is { } total ? [total] : []).Prepend(null).Prepend(null))
                    {
                        for (var column = 0; told is not null && column < told.Cells.Count; column++)
                        {
                            yield return Compared(sheet.At(row, column), told.Cells[column], table.Columns[column].Kind, french, $"{section.Id}, {table.Id}");
                        }

                        row++;
                    }

                    row += table.Rows.SelectMany(one => one.Cells).Select(cell => cell.Reason).OfType<string>().Distinct(StringComparer.Ordinal).Count() + 1;
                    break;
                case NotesBlock notes:
                    row += notes.Lines.Count + 1;
                    break;
                case HeadingBlock:
                    row++;
                    break;
            }
        }
    }

    private static string? Compared(SheetCell found, Told told, ColumnKind kind, bool french, string where) => (told, found) switch
    {
        ({ Number: { } number }, _) when found.Number != number => $"{where}, {found.Address}: {found.Number} instead of {number}.",
        ({ Number: not null }, _) when found.Format != Format(told.Unit ?? kind, french) => $"{where}, {found.Address}: the format is '{found.Format}'.",
        ({ Number: not null }, _) => null,
        ({ Date: { } day }, _) => found.Number == day.DayNumber - FirstDay.DayNumber && found.Format == "dd/mm/yyyy" ? null : $"{where}, {found.Address}: {found.Number} instead of {day}.",
        _ => found.Text == told.Text ? null : $"{where}, {found.Address}: '{found.Text}' instead of '{told.Text}'.",
    };

    private static string Format(ColumnKind kind, bool french) => kind switch
    {
        ColumnKind.Money => french ? "#,##0.00\\ \"€\"" : "\"€\"#,##0.00",
        ColumnKind.Ratio => "0.0%",
        ColumnKind.Days => french ? "0.0\\ \"j\"" : "0.0\\ \"days\"",
        ColumnKind.Hours => "0.0\\ \"h\"",
        ColumnKind.Count => "#,##0",
        ColumnKind.Factor => "0.00",
        _ => "",
    };

    private sealed record SheetCell(string Address, string Text, decimal? Number, string Format);

    private sealed class SheetCells(WorksheetPart sheet, Stylesheet styles)
    {
        private readonly Dictionary<string, Cell> _cells = sheet.Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        private readonly List<CellFormat> _formats = [.. styles.CellFormats!.Elements<CellFormat>()];
        private readonly Dictionary<uint, string> _codes = styles.NumberingFormats!.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);

        public SheetCell At(int row, int column)
        {
            var address = $"{(char)('A' + column)}{row.ToString(CultureInfo.InvariantCulture)}";
            if (!_cells.TryGetValue(address, out var cell))
            {
                return new SheetCell(address, "", null, "");
            }

            var number = cell.DataType is null && cell.CellValue is { } value ? decimal.Parse(value.Text, CultureInfo.InvariantCulture) : (decimal?)null;
            var format = _formats[(int)(cell.StyleIndex?.Value ?? 0)].NumberFormatId?.Value ?? 0;
            return new SheetCell(address, cell.InlineString?.InnerText ?? "", number, _codes.GetValueOrDefault(format, ""));
        }
    }
}
