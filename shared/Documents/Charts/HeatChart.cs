using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>A table whose cells are darker the more they hold; the number is in the cell, so that the shade is no riddle. Empty cells are not there yet.</summary>
internal static class HeatChart
{
    private static readonly Tone[] _shades = [Tone.Heat1, Tone.Heat2, Tone.Heat3, Tone.Heat4, Tone.Heat5];

    public static void Draw(ChartSheet sheet, HeatData data)
    {
        IReadOnlyList<string> names = [.. data.Rows.Select(row => AxisNumbers.Name(row.Label))];
        var head = sheet.LineHeight * 1.2f;
        var rows = RowLayout.Of(sheet, names, head, sheet.Height, sheet.LineHeight * 2.2f);
        var known = data.Rows.SelectMany(row => row.Values).Select(value => value.Value).OfType<decimal>().Select(sheet.Numbers.InUnits).ToList();
        var (low, high) = (known.DefaultIfEmpty(0).Min(), known.DefaultIfEmpty(0).Max());
        var cell = (sheet.Width - rows.NameWidth) / Math.Max(1, data.Columns.Count);
        DrawHead(sheet, data.Columns, rows.NameWidth, cell);
        for (var row = 0; row < rows.Shown; row++)
        {
            for (var column = 0; column < Math.Min(data.Columns.Count, data.Rows[row].Values.Count); column++)
            {
                DrawCell(sheet, data.Rows[row].Values[column], rows, row, rows.NameWidth + (column * cell), cell, low, high);
            }
        }

        rows.DrawNames(sheet, names);
    }

    private static void DrawHead(ChartSheet sheet, IReadOnlyList<string> columns, float left, float cell)
    {
        var widest = columns.Select(name => sheet.Measure(name)).DefaultIfEmpty(0).Max() + (sheet.TextSize * 0.3f);
        var every = Math.Max(1, (int)Math.Ceiling(widest / cell));
        var taken = 0f;
        for (var i = 0; i < columns.Count; i += every)
        {
            // One that is moved in from the edge would lie on the one before: it is left out.
            var half = Math.Min(Math.Min(sheet.Measure(columns[i]), cell * every), sheet.Width) / 2;
            var middle = Math.Clamp(left + ((i + 0.5f) * cell), half, sheet.Width - half);
            if (middle - half < taken)
            {
                continue;
            }

            taken = middle + half;
            sheet.Text(columns[i], middle, sheet.TextSize * 0.95f, cell * every, TextAnchor.Middle);
        }
    }

    private static void DrawCell(ChartSheet sheet, ChartValue value, RowLayout rows, int row, float left, float cell, double low, double high)
    {
        if (value.Value is not { } number)
        {
            return;
        }

        var units = sheet.Numbers.InUnits(number);
        var share = high > low ? (units - low) / (high - low) : 0.5;
        var shade = Math.Clamp((int)(share * _shades.Length), 0, _shades.Length - 1);
        var gap = sheet.TextSize * 0.12f;
        sheet.Rect(left + gap, rows.Top + (row * rows.RowHeight) + gap, cell - (2 * gap), rows.RowHeight - (2 * gap), _shades[shade]);
        var text = sheet.Numbers.Whole(units);
        if (sheet.Measure(text) <= cell)
        {
            sheet.Text(text, left + (cell / 2), rows.Baseline(sheet, row), cell, TextAnchor.Middle, shade >= 3 ? Tone.Page : Tone.Text);
        }
    }
}
