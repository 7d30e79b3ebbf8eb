using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Head and foot of every page of a report of many: whose it is, what, and which page of how many.</summary>
internal static class PageFrame
{
    private static readonly Style _head = new(Typefaces.Regular, 8, Tone.Muted);
    private static readonly Style _company = new(Typefaces.SemiBold, 8, Tone.Muted);

    public static void Draw(Pen pen, ReportView view, Theme theme, int page, int pages)
    {
        var sheet = new Sheet(theme.Paper);
        var box = sheet.Inside;
        var logo = LogoDrawing.Draw(pen, theme, box.Left, 21, 60, 14);
        var half = (box.Width / 2) - 8;
        pen.Text(view.Company, box.Left + logo, 31, half - logo, _company);
        pen.Text($"{view.Title} · {view.When}", box.Left + half + 16, 31, half, _head, Align.Right);
        pen.Line(box.Left, 38, box.Right, 38, Tone.Rule, 0.8f);

        var y = theme.Paper.Height - 24;
        pen.Line(box.Left, y - 11, box.Right, y - 11, Tone.Rule, 0.6f);
        pen.Text(view.Freshness, box.Left, y, half, _head);
        pen.Text(view.Words.PageOf(page, pages), box.Left + half + 16, y, half, _head, Align.Right);
    }
}
