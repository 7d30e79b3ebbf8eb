using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>One lying bar a label, cut into parts in the order of the legend; what is negative lies left of zero.</summary>
internal static class StackedBarsChart
{
    private static readonly Tone[] _parts = [Tone.Heat5, Tone.History, Tone.Second, Tone.Heat4, Tone.Fifth, Tone.Fourth, Tone.Third];

    public static void Draw(ChartSheet sheet, StackedBarsData data)
    {
        var legend = DrawLegend(sheet, data.Parts);
        IReadOnlyList<string> names = [.. data.Bars.Select(bar => AxisNumbers.Name(bar.Label))];
        var rows = RowLayout.Of(sheet, names, legend, sheet.Height, sheet.LineHeight * 2.2f);
        var shown = data.Bars.Take(rows.Shown).ToList();
        var spans = shown.Select(bar => (Low: Sum(sheet, bar, negative: true), High: Sum(sheet, bar, negative: false))).ToList();
        var (low, high) = (spans.Select(span => span.Low).Append(0).Min(), spans.Select(span => span.High).Append(0).Max());
        var scale = new Scale(low, high > low ? high : low + 1, rows.NameWidth, sheet.Width);
        for (var i = 0; i < shown.Count; i++)
        {
            DrawBar(sheet, rows, i, shown[i], scale);
        }

        rows.DrawNames(sheet, names);
        sheet.Line(scale.At(0), legend, scale.At(0), legend + (rows.Shown * rows.RowHeight), Tone.Muted, sheet.Hair * 1.6f);
    }

    private static double Sum(ChartSheet sheet, StackedBar bar, bool negative) =>
        bar.Parts.Select(part => sheet.Numbers.InUnits(part.Value ?? 0)).Where(value => negative ? value < 0 : value > 0).Sum();

    private static void DrawBar(ChartSheet sheet, RowLayout rows, int row, StackedBar bar, Scale scale)
    {
        var thick = rows.RowHeight * 0.72f;
        var (up, down) = (0d, 0d);
        for (var i = 0; i < bar.Parts.Count; i++)
        {
            var value = sheet.Numbers.InUnits(bar.Parts[i].Value ?? 0);
            var from = value < 0 ? down : up;
            var (x1, x2) = (scale.At(from), scale.At(from + value));
            (up, down) = value < 0 ? (up, down + value) : (up + value, down);
            if (value == 0)
            {
                continue;
            }

            var tone = _parts[i % _parts.Length];
            sheet.Rect(Math.Min(x1, x2), rows.Middle(row) - (thick / 2), Math.Abs(x2 - x1), thick, tone);
            var (text, room) = (sheet.Numbers.Label(bar.Parts[i]), Math.Abs(x2 - x1) - (sheet.TextSize * 0.6f));
            if (sheet.Measure(text) <= room && thick > sheet.TextSize * 1.1f)
            {
                sheet.Text(text, (x1 + x2) / 2, rows.Baseline(sheet, row), room, TextAnchor.Middle, tone == Tone.History ? Tone.Text : Tone.Page);
            }
        }
    }

    /// <summary>Names of the parts with their colour, on as many lines as they take; returns the height used.</summary>
    private static float DrawLegend(ChartSheet sheet, IReadOnlyList<string> parts)
    {
        var (x, y, swatch) = (0f, sheet.TextSize, sheet.TextSize * 0.8f);
        for (var i = 0; i < parts.Count; i++)
        {
            var name = AxisNumbers.Name(parts[i]);
            var wide = Math.Min(sheet.Measure(name), sheet.Width * 0.45f);
            var whole = (swatch * 1.4f) + wide;
            if (x > 0 && x + whole > sheet.Width)
            {
                (x, y) = (0, y + sheet.LineHeight);
            }

            sheet.Rect(x, y - swatch, swatch, swatch, _parts[i % _parts.Length]);
            sheet.Text(name, x + (swatch * 1.4f), y, wide, tone: Tone.Text);
            x += whole + (sheet.TextSize * 1.2f);
        }

        return parts.Count == 0 ? 0 : y + (sheet.LineHeight * 0.6f);
    }
}
