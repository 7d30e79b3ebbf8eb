using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>The title of a section with a line below.</summary>
internal sealed class SectionTitle(string title) : Element
{
    private static readonly Style _style = new(Typefaces.Bold, 16, Tone.Title);

    protected override float Measure(float width) => 26;

    public override void Draw(Pen pen, Box box)
    {
        pen.Text(title, box.Left, box.Top + 16, box.Width, _style);
        pen.Line(box.Left, box.Bottom - 2, box.Right, box.Bottom - 2, Tone.Rule, 0.8f);
        pen.Fill(new Box(box.Left, box.Bottom - 2.8f, 42, 1.6f), Tone.Current);
    }
}
