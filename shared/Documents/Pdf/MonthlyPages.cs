using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Pdf.Layout;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>The month: cover with contents, a page that says it all, then the sections over as many pages as they take.</summary>
internal static class MonthlyPages
{
    private const string SummaryAnchor = "summary";
    private const int PagesBefore = 2;
    private static readonly Style _title = new(Typefaces.Bold, 16, Tone.Title);

    public static PdfPlan Of(ReportView view, IReadOnlyList<SectionView> sections, Theme theme)
    {
        var sheet = new Sheet(theme.Paper);
        var laid = Pager.Lay(new SectionFlow(view.Words, sheet.Frame.Width).Of(sections), sheet.Frame);
        var pageOf = laid.SelectMany((page, i) => page.Where(placed => placed.Anchor is not null).Select(placed => (Anchor: placed.Anchor!, Page: i + PagesBefore + 1)))
            .ToDictionary(place => place.Anchor, place => place.Page, StringComparer.Ordinal);
        IReadOnlyList<ContentsEntry> contents =
        [
            new(view.Words.SummaryTitle, SummaryAnchor, PagesBefore, IsEmpty: false),
            .. sections.Select((section, i) => new ContentsEntry(SectionFlow.TitleOf(section, i), SectionFlow.AnchorOf(section), pageOf[SectionFlow.AnchorOf(section)], section.Blocks.Count == 0)),
        ];
        var pages = laid.Count + PagesBefore;
        return new PdfPlan(
            [
                pen => CoverPage.Draw(pen, view, contents, theme),
                pen => DrawSummary(pen, view, sections, theme, pages),
                .. laid.Select((page, i) => (Action<Pen>)(pen => DrawPage(pen, page, view, theme, i + PagesBefore + 1, pages))),
            ],
            [.. contents.Select(entry => new Bookmark(entry.Title, entry.Anchor))]);
    }

    private static void DrawSummary(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Theme theme, int pages)
    {
        var frame = new Sheet(theme.Paper).Frame;
        PageFrame.Draw(pen, view, theme, PagesBefore, pages);
        pen.Destination(SummaryAnchor, frame.Top - 8);
        pen.Text(view.Words.SummaryTitle, frame.Left, frame.Top + 12, frame.Width, _title);
        SummaryPage.Draw(pen, view, sections, frame.Below(24));
    }

    private static void DrawPage(Pen pen, IReadOnlyList<Placed> page, ReportView view, Theme theme, int number, int pages)
    {
        PageFrame.Draw(pen, view, theme, number, pages);
        foreach (var placed in page)
        {
            if (placed.Anchor is { } anchor)
            {
                pen.Destination(anchor, placed.Box.Top - 8);
            }

            placed.Element.Draw(pen, placed.Box);
        }
    }
}
