using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>The names of a table's columns; drawn again on every page that the table goes on to.</summary>
internal sealed class TableHead(TableShape shape) : Element
{
    private const int MostLines = 3;

    protected override float Measure(float width) =>
        10 + (shape.Table.Columns.Select((column, i) => Lines(column.Name, shape.Shares[i] * width).Count).Max() * TableShape.Header.LineHeight);

    public override void Draw(Pen pen, Box box)
    {
        pen.Fill(box, Tone.Ground);
        pen.Line(box.Left, box.Bottom, box.Right, box.Bottom, Tone.Title, 0.8f);
        for (var i = 0; i < shape.Table.Columns.Count; i++)
        {
            var (column, cell) = (shape.Table.Columns[i], shape.CellOf(box, i));
            var lines = Lines(column.Name, shape.Shares[i] * box.Width);
            for (var line = 0; line < lines.Count; line++)
            {
                var y = box.Bottom - 6 - ((lines.Count - 1 - line) * TableShape.Header.LineHeight);
                pen.Text(lines[line], cell.Left, y, cell.Width, TableShape.Header, TableShape.IsLeft(column.Kind) ? Align.Left : Align.Right);
            }
        }
    }

    private static IReadOnlyList<string> Lines(string name, float width) => TextFit.Wrap(name, TableShape.Header, width - (2 * TableShape.Padding), MostLines);
}
