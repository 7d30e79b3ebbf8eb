using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>The numbers on the left with their lines across, and the names below.</summary>
internal static class ValueAxis
{
    /// <summary>Room that the widest number needs, with its distance from the plot.</summary>
    public static float WidthOf(ChartSheet sheet, Scale scale) =>
        scale.Ticks.Select(tick => sheet.Measure(sheet.Numbers.Tick(tick, scale.Step))).DefaultIfEmpty(0).Max() + (sheet.TextSize * 0.7f);

    /// <summary>As many steps as the height has room for.</summary>
    public static int StepsFor(ChartSheet sheet, float height) => Math.Clamp((int)(height / (sheet.LineHeight * 2.4f)), 1, 5);

    public static void Draw(ChartSheet sheet, Scale scale, float left, float right)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = scale.At(tick);
            sheet.Line(left, y, right, y, tick == 0 ? Tone.Muted : Tone.Rule, tick == 0 ? sheet.Hair * 1.6f : sheet.Hair);
            sheet.Text(sheet.Numbers.Tick(tick, scale.Step), left - (sheet.TextSize * 0.5f), y + (sheet.TextSize * 0.34f), left, TextAnchor.End);
        }
    }

    /// <summary>
    /// Names under evenly spaced slots. When they are wider than their slots, every second or third is left out, counted from the last, which is always there.
    /// </summary>
    /// <param name="strong">The index of the current period; none below zero.</param>
    public static void Names(ChartSheet sheet, IReadOnlyList<string> names, float left, float right, int strong)
    {
        var slot = (right - left) / Math.Max(1, names.Count);
        var widest = names.Select(name => sheet.Measure(name, bold: true)).DefaultIfEmpty(0).Max() + (sheet.TextSize * 0.4f);
        var every = Math.Max(1, (int)Math.Ceiling(Math.Min(widest, (right - left) / 2) / slot));
        var free = sheet.Width;
        for (var i = names.Count - 1; i >= 0; i -= every)
        {
            var (middle, room) = (left + ((i + 0.5f) * slot), Math.Min(slot * every, right - left));
            var half = Math.Min(sheet.Measure(names[i], bold: true), room) / 2;

            // The first and the last name may have been moved in from the edge; what it would lie on is left out.
            var place = Math.Clamp(middle, half, sheet.Width - half);
            if (i < names.Count - 1 && place + half > free)
            {
                continue;
            }

            free = place - half;
            sheet.Text(names[i], middle, sheet.Height - (sheet.TextSize * 0.35f), room, TextAnchor.Middle, i == strong ? Tone.Text : Tone.Muted, i == strong);
        }
    }
}
