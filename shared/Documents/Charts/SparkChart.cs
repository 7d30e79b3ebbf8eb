using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>
/// The line of a figure's last periods, without axis. Not zero-based: it shows movement, the figures stand beside it. The
/// target is dashed, the report's own period a dot.
/// </summary>
internal static class SparkChart
{
    private const float Padding = 3;

    public static void Draw(ChartSheet sheet, SparkData data)
    {
        var known = data.Values.OfType<decimal>().Select(sheet.Numbers.InUnits).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var target = data.Target is { } goal ? sheet.Numbers.InUnits(goal) : (double?)null;
        var (low, high) = (Math.Min(known.Min(), target ?? known[0]), Math.Max(known.Max(), target ?? known[0]));
        var scale = low == high ? new Scale(low - 1, high + 1, sheet.Height - Padding, Padding) : new Scale(low, high, sheet.Height - Padding, Padding);
        var step = data.Values.Count > 1 ? (sheet.Width - (2 * Padding)) / (data.Values.Count - 1) : 0;
        IReadOnlyList<ChartPoint?> points = [.. data.Values.Select((value, i) => value is { } number ? new ChartPoint(Padding + (i * step), scale.At(sheet.Numbers.InUnits(number))) : (ChartPoint?)null)];
        foreach (var run in LineRuns.Of(points).Where(run => run.Count > 1))
        {
            sheet.Add(new AreaMark([new(run[0].X, sheet.Height), .. run, new(run[^1].X, sheet.Height)], Tone.Area));
        }

        LineRuns.Draw(sheet, points, Tone.Current, dashed: false, sheet.Stroke);
        if (target is { } line)
        {
            sheet.Line(0, scale.At(line), sheet.Width, scale.At(line), Tone.Muted, sheet.Hair * 1.6f, dashed: true);
        }

        if (points[^1] is { } last)
        {
            sheet.Add(new DotMark(last.X, last.Y, sheet.TextSize * 0.34f, Tone.Current));
        }
    }
}
