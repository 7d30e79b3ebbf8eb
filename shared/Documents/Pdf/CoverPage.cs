using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>What the report is, its result, and what stands on which page.</summary>
internal static class CoverPage
{
    private const float BandTop = 92;
    private const float BandHeight = 150;
    private const float LargestStep = 21;
    private static readonly Style _company = new(Typefaces.SemiBold, 12, Tone.Title);
    private static readonly Style _title = new(Typefaces.Bold, 27, Tone.Page);
    private static readonly Style _when = new(Typefaces.Regular, 15, Tone.Page);
    private static readonly Style _first = new(Typefaces.SemiBold, 13, Tone.Title);
    private static readonly Style _second = new(Typefaces.Regular, 11, Tone.Text);
    private static readonly Style _heading = new(Typefaces.Bold, 14, Tone.Title);
    private static readonly Style _entry = new(Typefaces.Regular, 10, Tone.Text);
    private static readonly Style _page = new(Typefaces.SemiBold, 10, Tone.Text);

    public static void Draw(Pen pen, ReportView view, IReadOnlyList<ContentsEntry> contents, Theme theme)
    {
        var sheet = new Sheet(theme.Paper);
        var page = sheet.Inside;
        var logo = LogoDrawing.Draw(pen, theme, page.Left, 34, 150, 36);
        pen.Text(view.Company, page.Left + (logo > 0 ? logo + 6 : 0), 57, page.Width - logo - 6, _company);
        DrawBand(pen, view, sheet);

        var y = BandTop + BandHeight + 26;
        y += pen.Paragraph(view.Headline[0], new Box(page.Left, y, page.Width, 0), _first, 3);
        y += pen.Paragraph(view.Headline[1], new Box(page.Left, y + 2, page.Width, 0), _second, 3) + 2;
        var foot = PageFoot.HeightOf(view, page.Width);
        PageFoot.Draw(pen, view, page with { Top = page.Bottom - foot, Height = foot });
        DrawContents(pen, view, contents, new Box(page.Left, y + 26, page.Width, page.Bottom - foot - 14 - y - 26));
    }

    private static void DrawBand(Pen pen, ReportView view, Sheet sheet)
    {
        pen.Fill(sheet.Whole.Below(BandTop).Head(BandHeight), Tone.Title);
        pen.Fill(sheet.Whole.Below(BandTop + BandHeight).Head(4), Tone.Current);
        var inner = sheet.Inside with { Top = BandTop };
        pen.Text(view.Title, inner.Left, inner.Top + 56, inner.Width, _title);
        pen.Text(view.Scope is null ? view.When : $"{view.When} · {view.Scope}", inner.Left, inner.Top + 82, inner.Width, _when);
        pen.PillLeft(view.Overall.ToString(), inner.Left, inner.Top + 104, inner.Width, 11, Palette.Strong(view.Overall.Colour), Palette.Soft(view.Overall.Colour));
        pen.Text(view.Freshness, inner.Left + 160, inner.Top + 117, inner.Width - 160, _when with { Size = 9 }, Align.Right);
    }

    private static void DrawContents(Pen pen, ReportView view, IReadOnlyList<ContentsEntry> contents, Box box)
    {
        pen.Text(view.Words.ContentsTitle, box.Left, box.Top + 12, box.Width, _heading);
        var list = box.Below(22);
        var step = Math.Min(LargestStep, list.Height / Math.Max(1, contents.Count));
        for (var i = 0; i < contents.Count; i++)
        {
            var (entry, row) = (contents[i], list.Below(i * step).Head(step));
            var (number, y) = (view.Words.Numbers.Count(entry.Page), row.Top + (step * 0.5f) + (_entry.Size * 0.34f));
            var tone = entry.IsEmpty ? Tone.Muted : Tone.Text;
            var taken = Math.Min(TextFit.Width(entry.Title, _entry), row.Width - 40);
            pen.Text(entry.Title, row.Left, y, row.Width - 40, _entry with { Tone = tone });
            pen.Line(row.Left + taken + 6, y - 1, row.Right - 26, y - 1, Tone.Rule, 0.8f, dashed: true);
            pen.Text(number, row.Right - 24, y, 24, _page with { Tone = tone }, Align.Right);
            pen.LinkTo(row, entry.Anchor);
        }
    }
}

/// <summary>A line of the contents.</summary>
/// <param name="IsEmpty">The section has no data and takes one line.</param>
internal sealed record ContentsEntry(string Title, string Anchor, int Page, bool IsEmpty);
