using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Bars in falling order under the line of their running share; classes end at dashed lines. Many values become an outline, which looks the same.</summary>
internal static class ParetoChart
{
    private const int MostBars = 80;
    private const int MostPoints = 160;

    public static void Draw(ChartSheet sheet, ParetoData data)
    {
        var known = data.Values.Select(value => sheet.Numbers.InUnits(value.Value ?? 0)).ToList();
        var (top, bottom) = (sheet.LineHeight * 1.7f, sheet.Height - (sheet.LineHeight * 0.6f));
        var scale = Scale.FromZero(known, bottom, top, ValueAxis.StepsFor(sheet, bottom - top));
        var shares = new Scale(Math.Min(0, (double)data.RunningShares.DefaultIfEmpty(0).Min()), Math.Max(1, (double)data.RunningShares.DefaultIfEmpty(0).Max()), scale.At(0), top);
        var whole = sheet.Numbers.Share(1);
        var (left, right) = (Math.Min(ValueAxis.WidthOf(sheet, scale), sheet.Width / 3), sheet.Width - sheet.Measure(whole) - (sheet.TextSize * 0.5f));
        ValueAxis.Draw(sheet, scale, left, right);
        DrawValues(sheet, known, scale, left, right);
        DrawShares(sheet, data.RunningShares, shares, left, right);
        ReadOnlySpan<decimal> named = shares.At(0.5) - shares.At(1) >= 1.5f * sheet.LineHeight ? [0.5m, 1] : [1];
        foreach (var share in named)
        {
            sheet.Text(sheet.Numbers.Share(share), sheet.Width, shares.At((double)share) + (sheet.TextSize * 0.34f), sheet.Width - right, TextAnchor.End);
        }

        DrawClasses(sheet, data, left, right, bottom);
    }

    private static void DrawValues(ChartSheet sheet, List<double> values, Scale scale, float left, float right)
    {
        var slot = (right - left) / Math.Max(1, values.Count);
        if (values.Count <= MostBars)
        {
            for (var i = 0; i < values.Count; i++)
            {
                var (y, zero) = (scale.At(values[i]), scale.At(0));
                sheet.Rect(left + (i * slot) + (slot * 0.1f), Math.Min(y, zero), slot * 0.8f, Math.Abs(y - zero), Tone.History);
            }

            return;
        }

        var outline = Sampled(values.Count).Select(i => new ChartPoint(left + ((i + 0.5f) * slot), scale.At(values[i])));
        sheet.Add(new AreaMark([new(left, scale.At(0)), new(left, scale.At(values[0])), .. outline, new(right, scale.At(values[^1])), new(right, scale.At(0))], Tone.History));
    }

    private static void DrawShares(ChartSheet sheet, IReadOnlyList<decimal> running, Scale shares, float left, float right)
    {
        var slot = (right - left) / Math.Max(1, running.Count);
        IReadOnlyList<ChartPoint?> points = [.. Sampled(running.Count).Select(i => (ChartPoint?)new ChartPoint(left + ((i + 0.5f) * slot), shares.At((double)running[i])))];
        LineRuns.Draw(sheet, points, Tone.Current, dashed: false, sheet.Stroke);
    }

    /// <summary>All places of a short list, evenly spread ones of a long list, the last one always.</summary>
    private static IEnumerable<int> Sampled(int count) => count <= MostPoints
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostPoints).Select(i => (int)((long)i * (count - 1) / (MostPoints - 1)));

    private static void DrawClasses(ChartSheet sheet, ParetoData data, float left, float right, float bottom)
    {
        // One class alone has no end to show.
        if (data.Classes.Count < 2)
        {
            return;
        }

        var slot = (right - left) / Math.Max(1, data.Values.Count);
        var from = left;
        foreach (var part in data.Classes)
        {
            var to = left + (Math.Clamp(part.Upto, 0, data.Values.Count) * slot);
            sheet.Text(AxisNumbers.Name(part.Name), (from + to) / 2, sheet.TextSize, to - from, TextAnchor.Middle, Tone.Text, bold: true);
            if (to < right - 1)
            {
                sheet.Line(to, sheet.LineHeight * 0.3f, to, bottom, Tone.Muted, sheet.Hair * 1.4f, dashed: true);
            }

            from = to;
        }
    }
}
