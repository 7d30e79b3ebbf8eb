using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Title, period, company, overall status, freshness, headline.</summary>
internal static class PageHead
{
    private static readonly Style _company = new(Typefaces.SemiBold, 8.5f, Tone.Muted);
    private static readonly Style _title = new(Typefaces.Bold, 19, Tone.Title);
    private static readonly Style _when = new(Typefaces.Regular, 10, Tone.Muted);
    private static readonly Style _fresh = new(Typefaces.Regular, 8, Tone.Muted);
    private static readonly Style _first = new(Typefaces.SemiBold, 11.5f, Tone.Title);
    private static readonly Style _second = new(Typefaces.Regular, 10, Tone.Text);

    /// <summary>Returns the height used.</summary>
    public static float Draw(Pen pen, ReportView view, Theme theme, Box box)
    {
        var verdict = view.Overall;
        var pill = pen.Pill(verdict.ToString(), box.Right, box.Top + 11, 9.5f, Palette.Strong(verdict.Colour), Palette.Soft(verdict.Colour));
        var logo = LogoDrawing.Draw(pen, theme, box.Left, box.Top - 3, 60, 14);
        pen.Text(view.Company, box.Left + logo, box.Top + 8, box.Width - logo - pill - 12, _company);
        pen.Text(view.Title, box.Left, box.Top + 28, box.Width - pill - 12, _title);

        var fresh = TextFit.Width(view.Freshness, _fresh);
        var when = view.Scope is null ? view.When : $"{view.When} · {view.Scope}";
        pen.Text(when, box.Left, box.Top + 44, box.Width - fresh - 12, _when);
        pen.Text(view.Freshness, box.Left, box.Top + 44, box.Width, _fresh, Align.Right);
        return 55 + Headline(pen, view, box.Below(55));
    }

    private static float Headline(Pen pen, ReportView view, Box box)
    {
        const float padding = 9;
        var inner = box.Inset(16, padding);
        var height = (2 * padding) + (TextFit.Wrap(view.Headline[0], _first, inner.Width, 2).Count * _first.LineHeight)
            + (TextFit.Wrap(view.Headline[1], _second, inner.Width, 2).Count * _second.LineHeight);
        pen.Fill(box.Head(height), Tone.Ground, 3);
        pen.Fill(box.Head(height).LeftPart(4), Palette.Strong(view.Overall.Colour));
        var used = pen.Paragraph(view.Headline[0], inner, _first, 2);
        pen.Paragraph(view.Headline[1], inner.Below(used), _second, 2);
        return height;
    }
}
