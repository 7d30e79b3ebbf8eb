using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>A row of a table: numbers to the right, texts on a few lines, a status in its colour.</summary>
/// <param name="mostLines">Of a text; one in a panel.</param>
internal sealed class TableLine(TableShape shape, TableRow row, bool isTotal = false, int mostLines = 3) : Element
{
    private const float Air = 5.6f;

    /// <summary>Of a row whose texts have one line.</summary>
    public static float SingleHeight => Air + TableShape.Cell.LineHeight;

    protected override float Measure(float width) =>
        Air + (TableShape.Cell.LineHeight * shape.Table.Columns.Select((column, i) => column.Kind == ColumnKind.Text ? Lines(row.Cells[i].Text, shape.Shares[i] * width).Count : 1).Max());

    public override void Draw(Pen pen, Box box)
    {
        if (isTotal)
        {
            pen.Fill(box, Tone.Ground);
        }

        for (var i = 0; i < shape.Table.Columns.Count; i++)
        {
            DrawCell(pen, shape.Table.Columns[i], row.Cells[i], shape.CellOf(box, i), shape.Shares[i] * box.Width);
        }

        pen.Line(box.Left, box.Bottom, box.Right, box.Bottom, isTotal ? Tone.Title : Tone.Rule, isTotal ? 0.8f : 0.5f);
    }

    private void DrawCell(Pen pen, Column column, Cell cell, Box box, float width)
    {
        var style = isTotal || column.Kind == ColumnKind.Status || cell.Colour != "none" ? TableShape.Strong : TableShape.Cell;
        var tone = cell.Colour != "none" ? Palette.Strong(cell.Colour) : column.Kind == ColumnKind.Status || cell.Reason is not null ? Tone.Muted : Tone.Text;
        var first = box.Top + (Air / 2) + (style.Size * 0.98f) + Math.Max(0, mostLines == 1 ? (box.Height - SingleHeight) / 2 : 0);
        if (column.Kind != ColumnKind.Text)
        {
            pen.Text(cell.Text, box.Left, first, box.Width, style with { Tone = tone }, TableShape.IsLeft(column.Kind) ? Align.Left : Align.Right);
            return;
        }

        var lines = Lines(cell.Text, width);
        for (var i = 0; i < lines.Count; i++)
        {
            pen.Text(lines[i], box.Left, first + (i * style.LineHeight), box.Width, style with { Tone = tone });
        }
    }

    private IReadOnlyList<string> Lines(string text, float width) => TextFit.Wrap(text, TableShape.Strong, width - (2 * TableShape.Padding), mostLines);
}
