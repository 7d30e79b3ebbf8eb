namespace SalesReports.Documents.Charts;

/// <summary>
/// The line of a metric's last periods. Not zero-based: it shows movement, the figures stand beside it. A missing period
/// interrupts the line; a single point between gaps is drawn as a dot.
/// </summary>
/// <param name="Runs">Unbroken pieces of the line.</param>
/// <param name="Last">The report's own period, when it has a value.</param>
/// <param name="TargetY">Height of the dashed target line.</param>
public sealed record Sparkline(float Width, float Height, IReadOnlyList<IReadOnlyList<ChartPoint>> Runs, ChartPoint? Last, float? TargetY)
{
    private const float Padding = 3;

    public static Sparkline Of(IReadOnlyList<decimal?> values, decimal? target, float width, float height)
    {
        var known = values.OfType<decimal>().ToList();
        if (known.Count == 0)
        {
            return new Sparkline(width, height, [], null, null);
        }

        var all = target is { } goal ? [.. known, goal] : known;
        var (low, high) = (all.Min(), all.Max());
        var scale = low == high
            ? new ValueScale(low - 1, high + 1, Padding, height - Padding)
            : new ValueScale(low, high, Padding, height - Padding);
        var step = values.Count > 1 ? (width - (2 * Padding)) / (values.Count - 1) : 0;
        var points = values.Select((value, i) => value is { } v ? new ChartPoint(Padding + (i * step), scale.Y(v)) : (ChartPoint?)null).ToList();
        return new Sparkline(width, height, [.. Pieces(points)], points[^1], target is { } line ? scale.Y(line) : null);
    }

    private static IEnumerable<IReadOnlyList<ChartPoint>> Pieces(IReadOnlyList<ChartPoint?> points)
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
