using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.CrossSell;

namespace SalesReports.Documents.Content.Sections;

/// <summary>What goes together, and what to offer to whom.</summary>
internal static class CrossSellView
{
    public static SectionView Of(SectionResult<CrossSellSection> result, SectionWords say) => say.Of("crossSell", result, section => section.Pairs.Count == 0
        ? say.Section("crossSell", say.Say("crossSell.none", say.Count(section.Customers)))
        : say.Section(
            "crossSell",
            say.Say("crossSell.lead", say.Count(section.Pairs.Count), say.Count(section.Offers.Count)),
            [Pairs(section.Pairs, say), .. section.Offers.Count > 0 ? [Offers(section.Offers, say)] : Array.Empty<Block>()]));

    private static TableBlock Pairs(IReadOnlyList<CategoryPair> pairs, SectionWords say) => SectionWords.Table(
        "crossSell.pairs", say.Say("crossSell.pairs"),
        [say.Name("crossSell.first"), say.Name("crossSell.second"), say.Number("customers.customers", ColumnKind.Count), say.Number("crossSell.support", ColumnKind.Ratio), say.Number("crossSell.lift", ColumnKind.Factor)],
        pairs.Select(pair => SectionWords.Row(say.Cells.Name(pair.First), say.Cells.Name(pair.Second), say.Cells.Count(pair.Customers), say.Cells.Ratio(pair.Support), say.Cells.Factor(pair.Lift))),
        shown: 10);

    private static TableBlock Offers(IReadOnlyList<CrossSellOffer> offers, SectionWords say) => SectionWords.Table(
        "crossSell.offers", say.Say("crossSell.offers"),
        [say.Name("col.customer", 3), say.Name("customers.class", 0.8f), say.Name("crossSell.offer"), say.Name("crossSell.with"), say.Number("crossSell.lift", ColumnKind.Factor)],
        offers.Select(offer => SectionWords.Row(say.Cells.Name(offer.Name), new Cell(offer.Class), say.Cells.Name(offer.Category), say.Cells.Name(offer.With), say.Cells.Factor(offer.Lift))),
        shown: 15);
}
