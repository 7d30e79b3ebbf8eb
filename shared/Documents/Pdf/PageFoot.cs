using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>The small print.</summary>
internal static class PageFoot
{
    private const int LinesEach = 3;
    private static readonly Style _small = new(Typefaces.Regular, 7, Tone.Muted);

    public static float HeightOf(ReportView view, float width) =>
        6 + (view.Foot.Sum(line => TextFit.Wrap(line, _small, width, LinesEach).Count) * _small.LineHeight);

    public static void Draw(Pen pen, ReportView view, Box box)
    {
        pen.Line(box.Left, box.Top, box.Right, box.Top, Tone.Rule, 0.8f);
        var rest = box.Below(6);
        foreach (var line in view.Foot)
        {
            rest = rest.Below(pen.Paragraph(line, rest, _small, LinesEach));
        }
    }
}
