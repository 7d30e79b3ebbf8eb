using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>Wrapped text in one style, with a bullet or without.</summary>
internal sealed class Paragraph(string text, Style style, int maximumLines, bool bullet = false) : Element
{
    private readonly float _indent = bullet ? style.Size : 0;

    protected override float Measure(float width) => TextFit.Wrap(text, style, width - _indent, maximumLines).Count * style.LineHeight;

    public override void Draw(Pen pen, Box box)
    {
        if (bullet)
        {
            pen.Text("•", box.Left, box.Top + style.Size, _indent, style with { Tone = Tone.Current });
        }

        pen.Paragraph(text, box.RightOf(_indent), style, maximumLines);
    }
}
