using SalesReports.Documents.Content;

namespace SalesReports.Documents.Xlsx;

/// <summary>A section on its own sheet: every table in full, figures as numbers, why a figure is missing below its table.</summary>
internal static class SectionSheet
{
    private const double NumberWidth = 16;
    private const double ShortestText = 14;
    private const double LongestText = 60;
    private const int RowsMeasured = 60;

    public static IReadOnlyList<double> Widths(SectionView section)
    {
        var tables = section.Blocks.OfType<TableBlock>().ToList();
        var columns = tables.Select(table => table.Columns.Count).DefaultIfEmpty(3).Max();
        return [.. Enumerable.Range(0, Math.Max(3, columns)).Select(column => tables.Where(table => column < table.Columns.Count).Select(table => Width(table, column)).DefaultIfEmpty(NumberWidth).Max())];
    }

    public static void Write(SheetWriter sheet, SectionView section)
    {
        sheet.Write(SheetCell.Of(section.Title, CellStyle.Title));
        sheet.Write(SheetCell.Of(section.Lead));
        sheet.Write();
        foreach (var block in section.Blocks)
        {
            Write(sheet, section, block);
        }
    }

    private static void Write(SheetWriter sheet, SectionView section, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                sheet.Write(SheetCell.Of(heading.Text, CellStyle.Heading));
                break;
            case NotesBlock notes:
                Lines(sheet, notes.Lines);
                break;
            case TilesBlock tiles:
                foreach (var tile in tiles.Tiles)
                {
                    sheet.Write(SheetCell.Of(tile.Label), SheetCell.Of(tile.Value, ColumnKind.Text, bold: true), SheetCell.Of(tile.Detail, tile.Detail.Length > 0 ? CellStyle.Text : CellStyle.Normal));
                }

                sheet.Write();
                break;
            case TableBlock table:
                Table(sheet, section, table);
                break;
            case ChartBlock:
                // The chart's figures stand in the tables; native charts are on the first sheet.
                break;
        }
    }

    private static void Table(SheetWriter sheet, SectionView section, TableBlock table)
    {
        sheet.Write(SheetCell.Of(table.Title, CellStyle.Heading));
        var first = sheet.NextRow + 1;
        sheet.Table(
            TableName.Of(section.Id, table.Id), [.. table.Columns.Select(column => column.Name)],
            table.Rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Cells.Select((cell, i) => SheetCell.Of(cell, table.Columns[i].Kind))]));
        Rules(sheet, table, first);
        if (table.Total is { } total)
        {
            sheet.Write([.. total.Cells.Select((cell, i) => SheetCell.Of(cell, table.Columns[i].Kind, bold: true))]);
        }

        Lines(sheet, [.. table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Reason).OfType<string>().Distinct(StringComparer.Ordinal).Select(reason => $"– {reason}")]);
    }

    private static void Rules(SheetWriter sheet, TableBlock table, int first)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        foreach (var (column, index) in table.Columns.Select((column, index) => (column, index)))
        {
            if (column.Kind == ColumnKind.Status)
            {
                sheet.Verdicts(index, first);
            }
        }

        var amounts = table.Columns.Select((column, index) => (column.Kind, index)).Where(column => column.Kind == ColumnKind.Money).Select(column => column.index).Take(1).ToList();
        if (amounts.Count > 0 && table.Rows.Count > 2)
        {
            sheet.Bars(amounts[0], first);
        }
    }

    private static void Lines(SheetWriter sheet, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            sheet.Write(SheetCell.Of(line, CellStyle.Muted));
        }

        sheet.Write();
    }

    private static double Width(TableBlock table, int column) => table.Columns[column].Kind is ColumnKind.Text or ColumnKind.Status
        ? Math.Clamp(table.Rows.Take(RowsMeasured).Select(row => row.Cells[column].Text.Length).Append(table.Columns[column].Name.Length).Max() * 1.05, ShortestText, LongestText)
        : Math.Max(NumberWidth, table.Columns[column].Name.Length + 3);
}
