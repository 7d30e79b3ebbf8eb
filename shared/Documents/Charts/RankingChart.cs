using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Lying bars from a zero line; the values stand in a column at the right, so that they can be read down.</summary>
internal static class RankingChart
{
    public static void Draw(ChartSheet sheet, RankingData data)
    {
        IReadOnlyList<string> names = [.. data.Values.Select(value => AxisNumbers.Name(value.Label))];
        var rows = RowLayout.Of(sheet, names, 0, sheet.Height, sheet.LineHeight * 2);
        var shown = data.Values.Take(rows.Shown).ToList();
        var widest = Math.Min(shown.Select(value => sheet.Measure(sheet.Numbers.Label(value), bold: true)).DefaultIfEmpty(0).Max(), sheet.Width * 0.25f);
        var known = shown.SelectMany(value => new[] { value.Value, value.Target }).OfType<decimal>().Select(sheet.Numbers.InUnits).Append(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        var scale = new Scale(low, high > low ? high : low + 1, rows.NameWidth, sheet.Width - widest - (sheet.TextSize * 0.8f));
        for (var i = 0; i < rows.Shown; i++)
        {
            DrawRow(sheet, rows, i, shown[i], scale, widest);
        }

        rows.DrawNames(sheet, names);
        var zero = scale.At(0);
        sheet.Line(zero, 0, zero, rows.Shown * rows.RowHeight, Tone.Muted, sheet.Hair * 1.6f);
    }

    private static void DrawRow(ChartSheet sheet, RowLayout rows, int row, ChartValue value, Scale scale, float widest)
    {
        var thick = Math.Min(rows.RowHeight * 0.66f, sheet.TextSize * 1.5f);
        if (value.Value is { } number)
        {
            var (x, zero) = (scale.At(sheet.Numbers.InUnits(number)), scale.At(0));
            var tone = value.Colour != "none" ? Palette.Strong(value.Colour) : value.IsCurrent ? Tone.Current : Tone.History;
            sheet.Rect(Math.Min(x, zero), rows.Middle(row) - (thick / 2), Math.Abs(x - zero), thick, tone);
        }

        if (value.Target is { } target)
        {
            var x = scale.At(sheet.Numbers.InUnits(target));
            sheet.Line(x, rows.Middle(row) - (thick * 0.65f), x, rows.Middle(row) + (thick * 0.65f), Tone.Text, sheet.TextSize * 0.22f);
        }

        var text = value.Value is null ? "–" : sheet.Numbers.Label(value);
        sheet.Text(text, sheet.Width, rows.Baseline(sheet, row), widest, TextAnchor.End, Tone.Text, bold: true);
    }
}
