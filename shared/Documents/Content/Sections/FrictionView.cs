using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Friction;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Where customers wait and where people type what a customer could have sent.</summary>
internal static class FrictionView
{
    public static SectionView Of(SectionResult<FrictionSection> result, SectionWords say) => say.Of("friction", result, section =>
    {
        var byHand = say.Tile("shareKeyedByHand", say.Say("friction.byHand"), section.ShareKeyedByHand);
        return section.Quotes.Section is { } quotes
            ? say.Section("friction", Lead(quotes, say), new TilesBlock([.. Tiles(quotes, say), byHand]))
            : say.Section("friction", say.Say("friction.leadHand", byHand.Value.Text), new TilesBlock([byHand, Missing(section.Quotes, say)]));
    });

    private static string Lead(QuoteResponse quotes, SectionWords say) =>
        say.Say("friction.lead", say.Count(quotes.Requested), say.Cells.Hours(quotes.MedianHours).Text, say.Count(quotes.Unanswered));

    private static Tile Missing(SectionResult<QuoteResponse> quotes, SectionWords say)
    {
        var why = quotes.Reason is { } reason ? say.In(reason.Text) : say.Say("reason.none");
        return new Tile("quotes.requested", say.Say("friction.requested"), say.Cells.Count(null, why), why);
    }

    private static IEnumerable<Tile> Tiles(QuoteResponse quotes, SectionWords say) =>
    [
        new("quotes.requested", say.Say("friction.requested"), say.Cells.Count(quotes.Requested), say.Say("friction.answered", say.Count(quotes.Answered))),
        new("quotes.medianHours", say.Say("friction.median"), say.Cells.Hours(quotes.MedianHours), say.Say("detail.n", say.Count(quotes.BusinessHours.Count))),
        new("quotes.percentile90Hours", say.Say("friction.p90"), say.Cells.Hours(quotes.Percentile90Hours), say.Say("detail.n", say.Count(quotes.BusinessHours.Count))),
        new("quotes.unanswered", say.Say("friction.unanswered"), say.Cells.Count(quotes.Unanswered), quotes.OldestUnansweredHours is { } oldest ? say.Say("friction.oldest", say.Cells.Hours(oldest).Text) : ""),
        new("quotes.acceptance", say.Say("friction.acceptance"), say.Cells.Ratio(quotes.Acceptance), say.Say("detail.n", say.Count(quotes.Requested))),
    ];
}
