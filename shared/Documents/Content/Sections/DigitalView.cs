using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Digital;

namespace SalesReports.Documents.Content.Sections;

/// <summary>How much comes in without anybody keying it.</summary>
internal static class DigitalView
{
    public static SectionView Of(SectionResult<DigitalSection> result, SectionWords say) => say.Of("digital", result, section => say.Section(
        "digital",
        say.Say("digital.lead", say.Cells.Ratio(section.SelfServiceShareOfRevenue.Value).Text, say.Cells.Ratio(section.SelfServiceShareOfOrders.Value).Text),
        new TilesBlock(
        [
            say.Tile("selfServiceShareOfRevenue", say.Say("digital.shareOfRevenue"), section.SelfServiceShareOfRevenue),
            say.Tile("selfServiceShareOfOrders", say.Say("digital.shareOfOrders"), section.SelfServiceShareOfOrders),
            say.Tile("averageOrderValueSelfService", say.Say("digital.aovSelf"), section.AverageOrderValueSelfService),
            say.Tile("averageOrderValueRep", say.Say("digital.aovRep"), section.AverageOrderValueRep),
            say.Tile("ediRevenue", say.Say("digital.edi"), section.EdiRevenue),
        ])));
}
