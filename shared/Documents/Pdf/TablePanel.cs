using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Pdf.Layout;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>As much of a table as a part of a page holds: the first columns that fit, the rows that fit, and how many there are.</summary>
internal static class TablePanel
{
    private const float TitleHeight = 16;
    private const float Gap = 9;
    private const float LeastHeight = 112;
    private const float LeastName = 62;
    private const float LargestRow = 18;
    private static readonly Style _title = new(Typefaces.SemiBold, 9.5f, Tone.Title);
    private static readonly Style _more = new(Typefaces.Regular, 7, Tone.Muted);

    /// <summary>The first table, and below it the next ones while there is room for some of their rows.</summary>
    public static void DrawAll(Pen pen, IReadOnlyList<TableBlock> tables, Words words, Box box)
    {
        var rest = box;
        foreach (var table in tables)
        {
            rest = rest.Below(Draw(pen, table, words, rest) + Gap);
            if (rest.Height < LeastHeight)
            {
                return;
            }
        }
    }

    /// <returns>The height used.</returns>
    private static float Draw(Pen pen, TableBlock table, Words words, Box box)
    {
        pen.Text(table.Title, box.Left, box.Top + 9, box.Width, _title);
        var body = box.Below(TitleHeight);
        var shape = TableShape.Of(Narrowed(table, body.Width), body.Width);
        var head = new TableHead(shape);
        var (headHeight, footHeight) = (head.HeightAt(body.Width), _more.LineHeight + 2);
        head.Draw(pen, body.Head(headHeight));
        var lines = shape.Table.Rows.Select(row => new TableLine(shape, row, mostLines: 1)).ToList();
        var free = body.Height - headHeight;
        var each = TableLine.SingleHeight;
        var shown = lines.Count * each <= free ? lines.Count : Math.Max(0, (int)((free - footHeight) / each));
        var step = shown == 0 ? each : Math.Min(LargestRow, (free - (shown < lines.Count ? footHeight : 0)) / shown);
        for (var i = 0; i < shown; i++)
        {
            lines[i].Draw(pen, body.Below(headHeight + (i * step)).Head(step));
        }

        if (shown < lines.Count)
        {
            pen.Text(words.RowsShown(shown, lines.Count), body.Left, body.Top + headHeight + (shown * step) + _more.Size + 2, body.Width, _more);
        }

        return TitleHeight + headHeight + (shown * step) + (shown < lines.Count ? footHeight : 0);
    }

    /// <summary>The first text, a status when there is one, and the other columns from the left while they fit.</summary>
    private static TableBlock Narrowed(TableBlock table, float width)
    {
        var kept = new SortedSet<int>();
        var used = 0f;
        var first = table.Columns.ToList().FindIndex(column => column.Kind == ColumnKind.Text);
        var order = Enumerable.Range(0, table.Columns.Count).OrderByDescending(i => i == first).ThenByDescending(i => table.Columns[i].Kind == ColumnKind.Status);
        foreach (var i in order)
        {
            var needed = i == first ? LeastName : table.Columns[i].Kind == ColumnKind.Text ? width : TableShape.Natural(table.Columns[i], table.Rows.Select(row => row.Cells[i].Text));
            if (used + needed <= width)
            {
                kept.Add(i);
                used += needed;
            }
        }

        return table with
        {
            Columns = [.. kept.Select(i => table.Columns[i])],
            Rows = [.. table.Rows.Select(row => new TableRow([.. kept.Select(i => row.Cells[i])]))],
            Total = null,
            Shown = table.Rows.Count,
        };
    }
}
