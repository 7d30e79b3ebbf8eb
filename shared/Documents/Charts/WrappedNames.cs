using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Names under bars that must all be read: two lines when one is not enough, and all of them smaller when a word is too wide.</summary>
internal sealed record WrappedNames(IReadOnlyList<IReadOnlyList<string>> Names, float Slot, float Height, float Size)
{
    private const float SmallestShare = 0.72f;
    private const float RoomShare = 0.97f;

    public static WrappedNames Of(ChartSheet sheet, IReadOnlyList<string> names, float slot)
    {
        var room = slot * RoomShare;
        var widest = names.SelectMany(name => name.Split(' ')).Select(word => sheet.Measure(word)).DefaultIfEmpty(0).Max();
        var size = sheet.TextSize * Math.Clamp(room / Math.Max(1, widest), SmallestShare, 1);
        var style = new Style(Typefaces.Regular, size, Tone.Muted);
        IReadOnlyList<IReadOnlyList<string>> lines = [.. names.Select(name => TextFit.Wrap(name, style, slot * 0.9f, 2))];
        return new WrappedNames(lines, slot, (lines.Max(line => line.Count) * sheet.LineHeight) + (sheet.TextSize * 0.35f), size);
    }

    public void Draw(ChartSheet sheet)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            for (var line = 0; line < Names[i].Count; line++)
            {
                sheet.Text(Names[i][line], (i + 0.5f) * Slot, sheet.Height - Height + (sheet.LineHeight * (line + 0.9f)), Slot * RoomShare, TextAnchor.Middle, size: Size);
            }
        }
    }
}
