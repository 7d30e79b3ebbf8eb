using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>A line with gaps: a missing period interrupts it, a point between gaps is a dot.</summary>
internal static class LineRuns
{
    public static void Draw(ChartSheet sheet, IReadOnlyList<ChartPoint?> points, Tone tone, bool dashed, float thickness)
    {
        foreach (var run in Of(points))
        {
            if (run.Count == 1)
            {
                sheet.Add(new DotMark(run[0].X, run[0].Y, thickness, tone));
            }
            else
            {
                sheet.Add(new PolylineMark(run, tone, thickness, dashed));
            }
        }
    }

    /// <summary>Unbroken pieces, in order.</summary>
    public static IEnumerable<IReadOnlyList<ChartPoint>> Of(IReadOnlyList<ChartPoint?> points)
    {
        var piece = new List<ChartPoint>();
        foreach (var point in points.Append(null))
        {
            if (point is { } known)
            {
                piece.Add(known);
            }
            else if (piece.Count > 0)
            {
                yield return piece;
                piece = [];
            }
        }
    }
}
