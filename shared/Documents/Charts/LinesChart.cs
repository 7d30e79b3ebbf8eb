using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Lines over the same periods, each named at its end with its last value.</summary>
internal static class LinesChart
{
    private static readonly Tone[] _series = [Tone.Current, Tone.Second, Tone.Third, Tone.Fourth, Tone.Fifth];

    public static void Draw(ChartSheet sheet, LinesData data)
    {
        var known = data.Lines.SelectMany(line => line.Values).Select(value => value.Value).OfType<decimal>().Select(sheet.Numbers.InUnits).ToList();
        var (top, bottom) = (sheet.LineHeight * 0.7f, sheet.Height - (sheet.LineHeight * 1.25f));
        var scale = Scale.Around(known, bottom, top, ValueAxis.StepsFor(sheet, bottom - top));
        IReadOnlyList<string> names = [.. data.Lines.Select(line => EndLabel(sheet, line))];
        var room = Math.Min(names.Select(name => sheet.Measure(name, bold: true)).DefaultIfEmpty(0).Max() + sheet.TextSize, sheet.Width * 0.34f);
        var (left, right) = (Math.Min(ValueAxis.WidthOf(sheet, scale), sheet.Width / 3), sheet.Width - room);
        ValueAxis.Draw(sheet, scale, left, right);
        ValueAxis.Names(sheet, data.Labels, left, right, strong: -1);
        var slot = (right - left) / Math.Max(1, data.Labels.Count);
        var ends = new List<(float Y, string Text, Tone Tone)>();
        for (var i = 0; i < data.Lines.Count; i++)
        {
            var tone = data.Lines[i].IsMuted ? Tone.History : _series[i % _series.Length];
            var points = Points(sheet, data.Lines[i].Values, scale, left, slot);
            LineRuns.Draw(sheet, points, tone, data.Lines[i].IsDashed, sheet.Stroke);
            if (points.LastOrDefault(point => point is not null) is { } last)
            {
                sheet.Add(new DotMark(last.X, last.Y, sheet.TextSize * 0.3f, tone));
                ends.Add((last.Y, names[i], data.Lines[i].IsMuted ? Tone.Muted : tone));
            }
        }

        DrawEnds(sheet, ends, right + (sheet.TextSize * 0.5f), room - (sheet.TextSize * 0.5f), bottom);
    }

    /// <summary>The middle of each slot; null where there is no value.</summary>
    public static IReadOnlyList<ChartPoint?> Points(ChartSheet sheet, IReadOnlyList<ChartValue> values, Scale scale, float left, float slot) =>
        [.. values.Select((value, i) => value.Value is { } number ? new ChartPoint(left + ((i + 0.5f) * slot), scale.At(sheet.Numbers.InUnits(number))) : (ChartPoint?)null)];

    private static void DrawEnds(ChartSheet sheet, List<(float Y, string Text, Tone Tone)> ends, float left, float room, float bottom)
    {
        var places = LabelPlaces.Apart([.. ends.Select(end => end.Y)], sheet.LineHeight, sheet.TextSize * 0.5f, bottom);
        for (var i = 0; i < ends.Count; i++)
        {
            sheet.Text(ends[i].Text, left, places[i] + (sheet.TextSize * 0.34f), room, TextAnchor.Start, ends[i].Tone, bold: true);
        }
    }

    private static string EndLabel(ChartSheet sheet, ChartLine line)
    {
        var last = line.Values.LastOrDefault(value => value.Value is not null);
        return last is null ? AxisNumbers.Name(line.Name) : $"{sheet.Numbers.Label(last)} {AxisNumbers.Name(line.Name)}".Trim();
    }
}
