using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>A bar a stage, from zero, and between two of them the share that went on. The last stage is what counts, and has colour.</summary>
internal static class FunnelChart
{
    /// <summary>Between two bars, in lines.</summary>
    private const float GapShare = 1.15f;

    public static void Draw(ChartSheet sheet, FunnelData data)
    {
        IReadOnlyList<string> names = [.. data.Stages.Select(stage => AxisNumbers.Name(stage.Value.Label))];
        var rows = RowLayout.Of(sheet, names, 0, sheet.Height, sheet.LineHeight * 5);
        var shown = data.Stages.Take(rows.Shown).ToList();
        var widest = shown.Select(stage => sheet.Measure(sheet.Numbers.Label(stage.Value), bold: true)).DefaultIfEmpty(0).Max() + sheet.TextSize;
        var most = shown.Select(stage => sheet.Numbers.InUnits(stage.Value.Value ?? 0)).Append(0).Max();
        var scale = new Scale(0, most > 0 ? most : 1, rows.NameWidth, Math.Max(rows.NameWidth, sheet.Width - widest));
        for (var i = 0; i < shown.Count; i++)
        {
            DrawStage(sheet, rows, scale, shown[i], i, isLast: i == data.Stages.Count - 1);
        }

        rows.DrawNames(sheet, names, HasGap(sheet, rows) ? sheet.LineHeight * GapShare / 2 : 0);
    }

    private static bool HasGap(ChartSheet sheet, RowLayout rows) => rows.RowHeight >= sheet.LineHeight * 2.1f;

    private static void DrawStage(ChartSheet sheet, RowLayout rows, Scale scale, FunnelBar stage, int row, bool isLast)
    {
        // The rate stands between two rows where they leave it the room, else behind the value.
        var hasGap = HasGap(sheet, rows);
        var thick = hasGap ? rows.RowHeight - (sheet.LineHeight * GapShare) : rows.RowHeight * 0.7f;
        var top = hasGap ? rows.Top + (row * rows.RowHeight) : rows.Middle(row) - (thick / 2);
        var baseline = top + (thick / 2) + (sheet.TextSize * 0.34f);
        var right = stage.Value.Value is { } number ? scale.At(sheet.Numbers.InUnits(number)) : scale.From;
        sheet.Rect(scale.From, top, Math.Max(right - scale.From, stage.Value.Value is null ? 0 : sheet.Hair * 3), thick, isLast ? Tone.Current : Tone.History);
        var text = stage.Value.Value is null ? "–" : sheet.Numbers.Label(stage.Value);
        sheet.Text(text, right + (sheet.TextSize * 0.5f), baseline, sheet.Width - right, TextAnchor.Start, Tone.Text, bold: true);
        if (stage.Rate.Length > 0 && !isLast && hasGap)
        {
            sheet.Text($"↓ {stage.Rate}", scale.From + (sheet.TextSize * 0.6f), top + thick + (sheet.TextSize * 0.95f), sheet.Width - scale.From);
        }
        else if (stage.Rate.Length > 0 && !isLast)
        {
            var after = right + sheet.TextSize + sheet.Measure(text, bold: true) + sheet.TextSize;
            sheet.Text($"↓ {stage.Rate}", after, baseline, sheet.Width - after);
        }
    }
}
