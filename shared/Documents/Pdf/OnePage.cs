using SalesReports.Documents.Charts;
using SalesReports.Documents.Drawing;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>
/// The page from top to bottom: head, headline, revenue with its history, six cards, the table of all seven, what is
/// missing, foot. Head and foot take what they need; the parts between share the rest, so that the page is always full and never more.
/// </summary>
internal static class OnePage
{
    public const float Width = 595;
    public const float Height = 842;
    private const float Margin = 36;
    private const float Gap = 11;

    public static void Draw(Pen pen, ReportView view)
    {
        pen.Fill(new Box(0, 0, Width, Height), Tone.Page);
        pen.Fill(new Box(0, 0, Width, 6), Tone.Title);
        var page = new Box(Margin, 22, Width - (2 * Margin), Height - 22 - 20);
        var head = PageHead.Draw(pen, view, page);
        var foot = PageFoot.HeightOf(view, page.Width);
        PageFoot.Draw(pen, view, page with { Top = page.Bottom - foot, Height = foot });

        var body = page.Below(head + Gap) with { Height = page.Height - head - foot - (2 * Gap) };
        var notes = PageNotes.HeightOf(view, body.Width);
        PageNotes.Draw(pen, view, body with { Top = body.Bottom - notes, Height = notes });

        // Shares of what is left: the revenue panel 27, the cards 39, the table 34.
        var free = body.Height - notes - (3 * Gap);
        var (revenue, cards, table) = (body.Head(free * 0.27f), body.Below((free * 0.27f) + Gap).Head(free * 0.39f), body.Below((free * 0.66f) + (2 * Gap)).Head(free * 0.34f));
        RevenuePanel.Draw(pen, view, revenue);
        for (var i = 1; i < view.Cards.Count; i++)
        {
            CardPanel.Draw(pen, view.Cards[i], view.Words.Numbers, cards.Rows(2, (i - 1) / 3, Gap).Columns(3, (i - 1) % 3, Gap));
        }

        MetricTable.Draw(pen, view, table);
    }
}
