using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>
/// All of a report on one page: headline, revenue with its history, six cards, the table of all seven, what stands out and what is
/// missing. The parts between head and notes share what is left, so that the page is always full and never more.
/// </summary>
internal static class SummaryPage
{
    private const float Gap = 11;

    /// <param name="box">From below the head of the page to above its foot.</param>
    public static void Draw(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Box box)
    {
        var notes = NotesPanel.HeightOf(view, sections, box.Width);
        NotesPanel.Draw(pen, view, sections, box with { Top = box.Bottom - notes, Height = notes });

        // Shares of what is left: the revenue panel 27, the cards 39, the table 34.
        var free = box.Height - notes - (3 * Gap);
        var (revenue, cards, table) = (box.Head(free * 0.27f), box.Below((free * 0.27f) + Gap).Head(free * 0.39f), box.Below((free * 0.66f) + (2 * Gap)).Head(free * 0.34f));
        RevenuePanel.Draw(pen, view, revenue);
        for (var i = 1; i < view.Cards.Count; i++)
        {
            CardPanel.Draw(pen, view.Cards[i], view.Words.Numbers, cards.Rows(2, (i - 1) / 3, Gap).Columns(3, (i - 1) % 3, Gap));
        }

        MetricTable.Draw(pen, view, table);
    }
}
