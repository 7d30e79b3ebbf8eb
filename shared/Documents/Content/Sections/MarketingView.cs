using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Marketing;

namespace SalesReports.Documents.Content.Sections;

/// <summary>What marketing brought and cost, by lead source.</summary>
internal static class MarketingView
{
    public static SectionView Of(SectionResult<MarketingSection> result, SectionWords say) => say.Of("marketing", result, section => say.Section(
        "marketing",
        Lead(section, say),
        [
            .. section.Sources.Count == 0 ? [] : Sources(section.Sources, say),
            .. section.Cohorts.Count == 0 ? [] : CohortBlocks.Of(section.Cohorts, say),
            .. section.PaidCacBySource.Count == 0 ? [] : Acquisition(section.PaidCacBySource, say),
            .. section.CacReason is { } why ? [new NotesBlock([say.In(why.Text)])] : Array.Empty<Block>(),
            .. section.DisqualificationReasons.Count == 0 ? [] : Disqualified(section.DisqualificationReasons, say),
        ]));

    private static string Lead(MarketingSection section, SectionWords say)
    {
        var leads = say.Count(section.Sources.Sum(source => source.Leads));
        var paid = section.Sources.Where(source => source.Spend is not null).ToList();
        return paid.Count == 0 ? say.Say("marketing.leadNoSpend", leads) : say.Say("marketing.lead", leads, say.Money(paid.Sum(source => source.Spend!.Value)));
    }

    private static IEnumerable<Block> Sources(IReadOnlyList<SourceRow> sources, SectionWords say)
    {
        List<ChartValue> bars = [.. sources.OrderByDescending(source => source.Leads).Take(10).Select(source => say.Charts.Count(say.Cells.Name(source.Name).Text, source.Leads))];
        yield return say.Charts.OfCounts("marketing.leads", say.Say("marketing.chart"), bars, unit => new RankingData(bars) { Unit = unit, UnitSize = 1 });
        yield return SectionWords.Table(
            "marketing.sources", say.Say("marketing.sources"),
            [
                say.Name("col.source"), say.Number("marketing.spend", ColumnKind.Money), say.Number("marketing.leads", ColumnKind.Count), say.Number("marketing.qualified", ColumnKind.Count),
                say.Number("marketing.opportunities", ColumnKind.Count), say.Number("marketing.won", ColumnKind.Count), say.Number("marketing.costPerLead", ColumnKind.Money), say.Number("marketing.revenueOfWon", ColumnKind.Money),
            ],
            sources.Select(source => SectionWords.Row(
                say.Cells.Name(source.Name), say.Cells.Money(source.Spend), say.Cells.Count(source.Leads), say.Cells.Count(source.Qualified), say.Cells.Count(source.Opportunities),
                say.Cells.Count(source.Won), say.Cells.Money(source.CostPerLead), say.Cells.Money(source.RevenueOfWon))));
    }

    private static IEnumerable<Block> Acquisition(IReadOnlyList<SourceCac> rows, SectionWords say) =>
    [
        SectionWords.Table(
            "marketing.cac", say.Say("marketing.cac"),
            [say.Name("col.source"), say.Number("marketing.spend", ColumnKind.Money), say.Number("marketing.newCustomers", ColumnKind.Count), say.Number("marketing.paidCac", ColumnKind.Money)],
            rows.Select(row => SectionWords.Row(say.Cells.Name(row.Source), say.Cells.Money(row.Spend), say.Cells.Count(row.NewCustomers), say.Cells.Money(row.Value)))),
    ];

    private static IEnumerable<Block> Disqualified(IReadOnlyList<DisqualificationReason> reasons, SectionWords say) =>
    [
        SectionWords.Table(
            "marketing.disqualified", say.Say("marketing.disqualified"), [say.Name("col.reason", 3), say.Number("col.count", ColumnKind.Count)],
            reasons.Select(reason => SectionWords.Row(reason.Reason is null ? new Cell(say.Say("marketing.noReason")) : say.Cells.Name(reason.Reason), say.Cells.Count(reason.Count)))),
    ];
}
