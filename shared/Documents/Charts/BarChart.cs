using SalesReports.Documents.Wording;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Charts;

/// <summary>
/// Bars of a figure over periods, from a zero line, the last one being the current period. Negative values hang below the
/// line. The target, where there is one, is a tick over the current bar. Only the last bar carries its value.
/// </summary>
public sealed record BarChart(
    float Width,
    float Height,
    IReadOnlyList<AxisTick> Ticks,
    IReadOnlyList<Bar> Bars,
    float ZeroY,
    TargetMark? Target,
    ValueLabel Last)
{
    private const float LabelRow = 14;
    private const float ValueRow = 12;

    /// <param name="axisWidth">Room for the axis's labels on the left.</param>
    public static BarChart Of(RevenueHistory history, NumberWording numbers, float width, float height, float axisWidth)
    {
        var known = history.Values.Select(point => point.Value).Append(history.Target).OfType<decimal>().ToList();
        var scale = ValueScale.FromZero(known, ValueRow, height - LabelRow, 5, out var ticks);
        var slot = (width - axisWidth) / Math.Max(1, history.Values.Count);
        var zero = scale.Y(0);
        IReadOnlyList<Bar> bars = [.. history.Values.Select((point, i) => BarOf(point, i))];
        var last = bars[^1];
        var target = history.Target is { } goal ? new TargetMark(last.X - (slot * 0.1f), last.Width + (slot * 0.2f), scale.Y(goal)) : null;
        return new BarChart(width, height, [.. ticks.Select(Tick)], bars, zero, target, LabelOf(last, target, history.LastValue));

        Bar BarOf(HistoryValue point, int i)
        {
            var (left, value) = (axisWidth + (i * slot) + (slot * 0.16f), point.Value ?? 0);
            var y = scale.Y(value);
            return new Bar(left, Math.Min(y, zero), slot * 0.68f, Math.Abs(y - zero), point.Label, point.Text, i == history.Values.Count - 1, value < 0);
        }

        AxisTick Tick(decimal value)
        {
            var step = ticks.Count > 1 ? (ticks[1] - ticks[0]) / history.UnitSize : 1;
            return new AxisTick(scale.Y(value), numbers.Plain(value / history.UnitSize, step >= 1 ? 0 : step >= 0.1m ? 1 : 2));
        }
    }

    /// <summary>Above the bar or the target's tick, whichever is higher, so that they never touch.</summary>
    private static ValueLabel LabelOf(Bar last, TargetMark? target, string text)
    {
        var top = target is { } mark ? Math.Min(last.Top, mark.Y) : last.Top;
        return new ValueLabel(last.X + (last.Width / 2), top - 4, text);
    }
}

public sealed record AxisTick(float Y, string Label);

public sealed record Bar(float X, float Top, float Width, float Height, string Label, string Text, bool IsCurrent, bool IsNegative);

public sealed record TargetMark(float X, float Width, float Y);

/// <param name="X">Centre of the text.</param>
/// <param name="Y">Base line.</param>
public sealed record ValueLabel(float X, float Y, string Text);
