using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Rows of equal height with a name on the left. What has no room is counted in a last line, never left out in silence.</summary>
internal sealed record RowLayout(float Top, float RowHeight, int Shown, float NameWidth)
{
    private const float LargestNameShare = 0.36f;

    public static RowLayout Of(ChartSheet sheet, IReadOnlyList<string> names, float top, float bottom, float largestRow)
    {
        var least = sheet.LineHeight * 1.05f;
        var rows = (int)((bottom - top) / least);
        var shown = names.Count <= rows ? names.Count : Math.Max(0, rows - 1);
        var height = shown == 0 ? least : Math.Min(largestRow, (bottom - top) / (names.Count > shown ? shown + 1 : shown));
        var widest = names.Take(shown).Select(name => sheet.Measure(name)).DefaultIfEmpty(0).Max() + (sheet.TextSize * 0.8f);
        return new RowLayout(top, height, shown, Math.Min(widest, sheet.Width * LargestNameShare));
    }

    public float Middle(int row) => Top + ((row + 0.5f) * RowHeight);

    /// <param name="lift">How far above the middle of their rows the names stand.</param>
    public void DrawNames(ChartSheet sheet, IReadOnlyList<string> names, float lift = 0)
    {
        for (var i = 0; i < Shown; i++)
        {
            sheet.Text(names[i], 0, Baseline(sheet, i) - lift, NameWidth - (sheet.TextSize * 0.6f), tone: Tone.Text);
        }

        if (names.Count > Shown)
        {
            sheet.Text($"… {sheet.Numbers.More(names.Count - Shown)}", 0, Baseline(sheet, Shown), sheet.Width);
        }
    }

    public float Baseline(ChartSheet sheet, int row) => Middle(row) + (sheet.TextSize * 0.34f);
}
