using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>
/// From one total over signed steps to another. Where the steps are small beside the totals the axis is cut, and both total
/// bars show the break. Steps carry their sign as text beside their colour.
/// </summary>
internal static class WaterfallChart
{
    private const float BarShare = 0.72f;

    public static void Draw(ChartSheet sheet, WaterfallData data)
    {
        IReadOnlyList<ChartValue> all = [data.From, .. data.Steps, data.To];
        var levels = Levels(data);
        var units = levels.SelectMany(level => new[] { level.Before, level.After }).Select(sheet.Numbers.InUnits).ToList();
        var names = WrappedNames.Of(sheet, [.. all.Select(value => AxisNumbers.Name(value.Label))], sheet.Width / all.Count);
        var (top, bottom) = (sheet.LineHeight * 1.2f, sheet.Height - names.Height);
        var floor = Floor([.. levels.Select(level => sheet.Numbers.InUnits(level.After))]);
        var highest = Math.Max(floor, units.Max());
        var lowest = floor > 0 ? floor : Math.Min(0, units.Min());
        var scale = new Scale(lowest, highest > lowest ? highest : lowest + 1, bottom - (lowest < 0 ? sheet.LineHeight * 0.4f : 0), top);
        var slot = sheet.Width / all.Count;
        var decimals = sheet.Numbers.DecimalsFor(data.Steps.Select(step => step.Value).OfType<decimal>().ToList());
        for (var i = 0; i < all.Count; i++)
        {
            var isTotal = i == 0 || i == all.Count - 1;
            var text = isTotal ? sheet.Numbers.Label(all[i]) : sheet.Numbers.Signed(all[i].Value ?? 0, decimals);
            DrawBar(sheet, scale, all[i], levels[i], new Slot(i * slot, slot, text, IsCut: isTotal && floor > 0));
            if (i > 0 && all[i].Value is not null && all[i - 1].Value is not null)
            {
                var y = scale.At(sheet.Numbers.InUnits(levels[i].IsTotal ? levels[i].After : levels[i].Before));
                sheet.Line((i - 1 + ((1 + BarShare) / 2)) * slot, y, (i + ((1 - BarShare) / 2)) * slot, y, Tone.Muted, sheet.Hair);
            }
        }

        var zero = scale.At(Math.Max(0, lowest));
        sheet.Line(0, zero, sheet.Width, zero, Tone.Muted, sheet.Hair * 1.6f);
        names.Draw(sheet);
    }

    /// <summary>
    /// Where each bar begins and ends. Source: documents.md, a waterfall closes.
    /// </summary>
    /// <exception cref="ArgumentException">First total + steps ≠ last total.</exception>
    public static IReadOnlyList<(decimal Before, decimal After, bool IsTotal)> Levels(WaterfallData data)
    {
        var change = data.Steps.Sum(step => step.Value ?? 0);
        if (data.From.Value is { } first && data.To.Value is { } last && first + change != last)
        {
            throw new ArgumentException($"A waterfall from {first} over {change} does not end at {last}.", nameof(data));
        }

        var level = data.From.Value ?? (data.To.Value - change) ?? 0;
        var levels = new List<(decimal Before, decimal After, bool IsTotal)> { (0, level, true) };
        foreach (var step in data.Steps)
        {
            levels.Add((level, level + (step.Value ?? 0), false));
            level += step.Value ?? 0;
        }

        return [.. levels, (0, data.To.Value ?? level, true)];
    }

    /// <summary>Where the axis is cut: zero while the steps are large enough to be seen from there.</summary>
    private static double Floor(IReadOnlyList<double> levels)
    {
        const double seenFromZero = 0.35;
        var (low, high) = (levels.Min(), levels.Max());
        return low > 0 && high > low && (high - low) / high < seenFromZero ? low - ((high - low) * 0.45) : 0;
    }

    private static void DrawBar(ChartSheet sheet, Scale scale, ChartValue value, (decimal Before, decimal After, bool IsTotal) level, Slot slot)
    {
        if (value.Value is not { } number)
        {
            return;
        }

        var (from, to) = (scale.At(sheet.Numbers.InUnits(level.Before)), scale.At(sheet.Numbers.InUnits(level.After)));
        var tone = level.IsTotal ? (value.IsCurrent ? Tone.Current : Tone.History) : StepTone(value, number);
        var (bar, wide, top) = (slot.Left + (slot.Width * (1 - BarShare) / 2), slot.Width * BarShare, Math.Min(from, to));
        sheet.Rect(bar, top, wide, Math.Max(Math.Abs(from - to), sheet.Hair * 2), tone);
        if (slot.IsCut)
        {
            DrawBreak(sheet, bar, wide, from);
        }

        var size = Math.Clamp(sheet.TextSize * (slot.Width * 0.98f) / Math.Max(1, sheet.Measure(slot.Text, bold: true)), sheet.TextSize * 0.7f, sheet.TextSize);
        sheet.Text(slot.Text, slot.Left + (slot.Width / 2), top - (sheet.TextSize * 0.4f), slot.Width, TextAnchor.Middle, Tone.Text, bold: true, size);
    }

    private static Tone StepTone(ChartValue value, decimal number) =>
        value.Colour != "none" ? Palette.Strong(value.Colour) : number switch { > 0 => Tone.Green, < 0 => Tone.Red, _ => Tone.Muted };

    /// <summary>Two slanted lines through the foot of a bar that does not begin at zero.</summary>
    private static void DrawBreak(ChartSheet sheet, float left, float wide, float foot)
    {
        for (var i = 1; i <= 2; i++)
        {
            var y = foot - (sheet.TextSize * (0.35f + (0.65f * i)));
            sheet.Add(new PolylineMark([new(left, y + (sheet.TextSize * 0.25f)), new(left + wide, y - (sheet.TextSize * 0.25f))], Tone.Page, sheet.TextSize * 0.25f));
        }
    }

    /// <summary>A bar's part of the width, and what is written over it.</summary>
    private sealed record Slot(float Left, float Width, string Text, bool IsCut);
}
