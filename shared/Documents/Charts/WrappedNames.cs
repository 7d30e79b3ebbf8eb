using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>Names under bars that must all be read: two lines when one is not enough.</summary>
internal sealed record WrappedNames(IReadOnlyList<IReadOnlyList<string>> Names, float Slot, float Height)
{
    public static WrappedNames Of(ChartSheet sheet, IReadOnlyList<string> names, float slot)
    {
        var style = new Style(Typefaces.Regular, sheet.TextSize, Tone.Muted);
        IReadOnlyList<IReadOnlyList<string>> lines = [.. names.Select(name => TextFit.Wrap(name, style, slot * 0.9f, 2))];
        return new WrappedNames(lines, slot, (lines.Max(line => line.Count) * sheet.LineHeight) + (sheet.TextSize * 0.35f));
    }

    public void Draw(ChartSheet sheet)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            for (var line = 0; line < Names[i].Count; line++)
            {
                sheet.Text(Names[i][line], (i + 0.5f) * Slot, sheet.Height - Height + (sheet.LineHeight * (line + 0.9f)), Slot * 0.97f, TextAnchor.Middle);
            }
        }
    }
}
