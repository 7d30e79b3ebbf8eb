using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>
/// The week on one page: head, headline, seven cards, revenue beside what moved it, the funnel beside the teams, what stands out
/// and what is missing, foot. Head, notes and foot take what they need; the parts between share the rest, so that the page is
/// always full and never more.
/// </summary>
internal static class WeeklyPage
{
    private const float Gap = 11;

    public static void Draw(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Theme theme)
    {
        var sheet = new Sheet(theme.Paper);
        pen.Fill(sheet.Whole, Tone.Page);
        pen.Fill(sheet.Whole.Head(Sheet.Band), Tone.Title);
        var page = sheet.Inside;
        var head = PageHead.Draw(pen, view, theme, page);
        var foot = PageFoot.HeightOf(view, page.Width);
        PageFoot.Draw(pen, view, page with { Top = page.Bottom - foot, Height = foot });
        var body = page.Below(head + Gap) with { Height = page.Height - head - foot - (2 * Gap) };
        if (!sections.Any(section => section is { Id: "bridge" or "funnel" or "teams", Blocks.Count: > 0 }))
        {
            SummaryPage.Draw(pen, view, sections, body);
            return;
        }

        var notes = NotesPanel.HeightOf(view, sections, body.Width);
        NotesPanel.Draw(pen, view, sections, body with { Top = body.Bottom - notes, Height = notes });

        // Shares of what is left: the cards 38, revenue and what moved it 31, funnel and teams 31.
        var free = body.Height - notes - (3 * Gap);
        var (cards, revenue, funnel) = (body.Head(free * 0.38f), body.Below((free * 0.38f) + Gap).Head(free * 0.31f), body.Below((free * 0.69f) + (2 * Gap)).Head(free * 0.31f));
        CardGrid.Draw(pen, view, cards);
        DrawRevenue(pen, view, sections, revenue);
        DrawPeople(pen, view, sections, funnel);
    }

    private static void DrawRevenue(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Box box)
    {
        PanelDrawing.Chart(pen, view.Revenue.Chart, view.Words.Numbers, box.Columns(2, 0, 20), view.Revenue.TargetLegend);
        PanelDrawing.FirstOf<WaterfallData>(pen, sections, "bridge", view.Words.Numbers, box.Columns(2, 1, 20));
    }

    private static void DrawPeople(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Box box)
    {
        PanelDrawing.FirstOf<FunnelData>(pen, sections, "funnel", view.Words.Numbers, box.Columns(2, 0, 20));
        if (sections.FirstOrDefault(section => section.Id == "teams") is not { } teams)
        {
            return;
        }

        var right = box.Columns(2, 1, 20);
        var tables = teams.Blocks.OfType<TableBlock>().Where(table => table.Rows.Count > 0).ToList();
        if (tables.Count > 0)
        {
            TablePanel.DrawAll(pen, [.. tables.Where(table => !table.Id.EndsWith(".pipeline", StringComparison.Ordinal))], view.Words, right);
        }
        else
        {
            PanelDrawing.Absent(pen, teams, right);
        }
    }
}
