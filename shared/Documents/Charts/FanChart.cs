using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>History as a line, what is expected dashed inside its interval. What had been forecast for the past is a hollow point beside what came.</summary>
internal static class FanChart
{
    public static void Draw(ChartSheet sheet, FanData data)
    {
        var known = data.History.SelectMany(value => new[] { value.Value, value.Target })
            .Concat(data.Forecast.SelectMany(value => new[] { value.Value.Value, value.Low, value.High })).OfType<decimal>().Select(sheet.Numbers.InUnits).ToList();
        var (top, bottom) = (sheet.LineHeight * 1.2f, sheet.Height - (sheet.LineHeight * 1.25f));
        var scale = Scale.Around(known, bottom, top, ValueAxis.StepsFor(sheet, bottom - top));
        IReadOnlyList<ChartValue> all = [.. data.History, .. data.Forecast.Select(value => value.Value)];
        var (left, right) = (Math.Min(ValueAxis.WidthOf(sheet, scale), sheet.Width / 3), sheet.Width - (sheet.TextSize * 0.5f));
        var slot = (right - left) / Math.Max(1, all.Count);
        ValueAxis.Draw(sheet, scale, left, right);
        ValueAxis.Names(sheet, [.. all.Select(value => value.Label)], left, right, data.History.Count - 1);
        var points = LinesChart.Points(sheet, all, scale, left, slot);
        DrawInterval(sheet, data, points, scale, left, slot);
        DrawLines(sheet, data, points, scale);
        DrawLabels(sheet, data, points);
    }

    /// <summary>From the last known point, which has no doubt, over each interval.</summary>
    private static void DrawInterval(ChartSheet sheet, FanData data, IReadOnlyList<ChartPoint?> points, Scale scale, float left, float slot)
    {
        var start = data.History.Count > 0 ? points[data.History.Count - 1] : null;
        var (upper, lower) = (new List<ChartPoint>(), new List<ChartPoint>());
        for (var i = 0; i < data.Forecast.Count; i++)
        {
            if (data.Forecast[i] is { Low: { } low, High: { } high })
            {
                var x = left + ((data.History.Count + i + 0.5f) * slot);
                upper.Add(new(x, scale.At(sheet.Numbers.InUnits(high))));
                lower.Add(new(x, scale.At(sheet.Numbers.InUnits(low))));
            }
        }

        if (start is null && upper.Count == 1)
        {
            sheet.Line(upper[0].X, upper[0].Y, lower[0].X, lower[0].Y, Tone.Area, sheet.TextSize);
        }
        else if (upper.Count > 0)
        {
            IEnumerable<ChartPoint> tip = start is { } point ? [point] : [];
            sheet.Add(new AreaMark([.. tip, .. upper, .. Enumerable.Reverse(lower)], Tone.Area));
        }
    }

    private static void DrawLines(ChartSheet sheet, FanData data, IReadOnlyList<ChartPoint?> points, Scale scale)
    {
        LineRuns.Draw(sheet, [.. points.Take(data.History.Count)], Tone.Current, dashed: false, sheet.Stroke);
        LineRuns.Draw(sheet, [.. points.Skip(Math.Max(0, data.History.Count - 1))], Tone.Current, dashed: true, sheet.Stroke);
        for (var i = 0; i < data.History.Count; i++)
        {
            if (data.History[i].Target is { } said && points[i] is { } place)
            {
                sheet.Add(new DotMark(place.X, scale.At(sheet.Numbers.InUnits(said)), sheet.TextSize * 0.28f, Tone.Muted, IsHollow: true));
            }
        }
    }

    /// <summary>The last known value on the side that the forecast leaves free, and the last expected one; apart where they would meet.</summary>
    private static void DrawLabels(ChartSheet sheet, FanData data, IReadOnlyList<ChartPoint?> points)
    {
        IReadOnlyList<ChartValue> all = [.. data.History, .. data.Forecast.Select(value => value.Value)];
        var known = data.History.Count - 1;
        var rises = known >= 0 && data.Forecast.Count > 0 && points[known] is { } now && points[known + 1] is { } next && next.Y < now.Y;
        var labelled = new[] { known, all.Count - 1 }.Distinct().Where(i => i >= 0 && points[i] is not null).ToList();
        var wanted = labelled.Select(i => points[i]!.Value.Y + (sheet.TextSize * (i == known && rises ? 1.25f : -0.6f))).ToList();
        var isClose = labelled.Count == 2 && points[labelled[1]]!.Value.X - points[labelled[0]]!.Value.X < labelled.Sum(i => sheet.Measure(sheet.Numbers.Label(all[i]), bold: true));
        var bottom = sheet.Height - (sheet.LineHeight * 1.35f);
        var heights = isClose ? LabelPlaces.Apart(wanted, sheet.LineHeight, sheet.TextSize, bottom) : [.. wanted.Select(y => Math.Min(y, bottom))];
        for (var i = 0; i < labelled.Count; i++)
        {
            var place = points[labelled[i]]!.Value;
            sheet.Add(new DotMark(place.X, place.Y, sheet.TextSize * 0.32f, Tone.Current));
            sheet.Text(sheet.Numbers.Label(all[labelled[i]]), place.X, heights[i], sheet.Width * 0.3f, TextAnchor.Middle, Tone.Text, bold: true);
        }
    }
}
