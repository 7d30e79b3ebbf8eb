using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Bars from a zero line, negative ones below it. The current period has colour and, as the last one, its value; targets are ticks across.</summary>
internal static class BarsChart
{
    private const float BarShare = 0.68f;

    /// <summary>A bar that stands alone is a bar, not a wall; in sizes of text.</summary>
    private const float WidestBar = 6;

    public static void Draw(ChartSheet sheet, BarsData data)
    {
        var values = data.Values;
        var known = values.SelectMany(value => new[] { value.Value, value.Target }).OfType<decimal>().Select(sheet.Numbers.InUnits);
        var (top, bottom) = (sheet.LineHeight * 1.2f, sheet.Height - (sheet.LineHeight * 1.25f));
        var scale = Scale.FromZero(known, bottom, top, ValueAxis.StepsFor(sheet, bottom - top));
        var (left, right) = (Math.Min(ValueAxis.WidthOf(sheet, scale), sheet.Width / 3), sheet.Width);
        var slot = (right - left) / Math.Max(1, values.Count);
        ValueAxis.Draw(sheet, scale, left, right);
        for (var i = 0; i < values.Count; i++)
        {
            DrawBar(sheet, scale, values[i], left + (i * slot), slot);
        }

        ValueAxis.Names(sheet, [.. values.Select(value => value.Label)], left, right, LastIndex(values, value => value.IsCurrent));
        var last = LastIndex(values, value => value.Value is not null);
        if (last >= 0)
        {
            DrawLabel(sheet, scale, values[last], left + ((last + 0.5f) * slot));
        }
    }

    private static void DrawBar(ChartSheet sheet, Scale scale, ChartValue value, float left, float slot)
    {
        if (value.Value is { } number)
        {
            var (y, zero) = (scale.At(sheet.Numbers.InUnits(number)), scale.At(0));
            var tone = value.Colour != "none" ? Palette.Strong(value.Colour) : value.IsCurrent ? Tone.Current : Tone.History;
            var wide = Math.Min(slot * BarShare, sheet.TextSize * WidestBar);
            sheet.Rect(left + ((slot - wide) / 2), Math.Min(y, zero), wide, Math.Abs(y - zero), tone);
        }

        if (value.Target is { } target)
        {
            var y = scale.At(sheet.Numbers.InUnits(target));
            var wide = Math.Min(slot * 0.88f, sheet.TextSize * WidestBar * 1.25f);
            sheet.Line(left + ((slot - wide) / 2), y, left + ((slot + wide) / 2), y, Tone.Text, sheet.TextSize * 0.22f);
        }
    }

    /// <summary>Above the bar and its target's tick, so that they never touch.</summary>
    private static void DrawLabel(ChartSheet sheet, Scale scale, ChartValue value, float middle)
    {
        var tops = new[] { value.Value, value.Target, 0m }.OfType<decimal>().Select(number => scale.At(sheet.Numbers.InUnits(number)));
        sheet.Text(sheet.Numbers.Label(value), middle, tops.Min() - (sheet.TextSize * 0.45f), sheet.Width * 0.4f, TextAnchor.Middle, Tone.Text, bold: true);
    }

    private static int LastIndex(IReadOnlyList<ChartValue> values, Func<ChartValue, bool> wanted)
    {
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (wanted(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
