using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Qualification;

namespace SalesReports.Documents.Content.Sections;

/// <summary>How sure the open deals are, and those that are probably none any more.</summary>
internal static class QualificationView
{
    public static SectionView Of(SectionResult<QualificationSection> result, SectionWords say) => say.Of("qualification", result, section => say.Section(
        "qualification",
        section.PhantomCount == 0
            ? say.Say("qualification.clean", say.Count(section.OpenCount))
            : say.Say("qualification.lead", say.Cells.Ratio(section.SharePhantom).Text, say.Count(section.PhantomCount)),
        [
            new TilesBlock(
            [
                new Tile("openAmount", say.Say("qualification.open"), say.Cells.Money(section.OpenAmount), Deals(section.OpenCount, say)),
                new Tile("qualified.share", say.Say("qualification.qualified"), say.Cells.Ratio(section.Qualified.Share), Deals(section.Qualified.Count, say)),
                new Tile("sharePhantom", say.Say("qualification.phantom"), say.Cells.Ratio(section.SharePhantom), Deals(section.PhantomCount, say)),
            ]),
            Criteria(section, say),
            .. section.Phantoms.Count > 0 ? [Phantoms(section.Phantoms, say)] : Array.Empty<Block>(),
            .. section.WithoutAmount > 0 ? [new NotesBlock([say.Say("qualification.withoutAmount", say.Count(section.WithoutAmount))])] : Array.Empty<Block>(),
        ]));

    private static string Deals(int count, SectionWords say) => say.Say("qualification.deals", say.Count(count));

    private static TableBlock Criteria(QualificationSection section, SectionWords say) => SectionWords.Table(
        "qualification.criteria", say.Say("qualification.criteria"),
        [say.Name("qualification.criterion"), say.Number("col.deals", ColumnKind.Count), say.Number("col.amount", ColumnKind.Money), say.Number("col.share", ColumnKind.Ratio)],
        new[] { ("qualified", section.Qualified), ("budget", section.BudgetConfirmed), ("decisionMaker", section.DecisionMakerIdentified), ("decisionDate", section.DecisionDateKnown) }
            .Select(row => SectionWords.Row(new Cell(say.Say($"qualification.{row.Item1}")), say.Cells.Count(row.Item2.Count), say.Cells.Money(row.Item2.Amount), say.Cells.Ratio(row.Item2.Share))));

    private static TableBlock Phantoms(IReadOnlyList<PhantomDeal> phantoms, SectionWords say) => SectionWords.Table(
        "qualification.phantoms", say.Say("qualification.phantoms"),
        [
            say.Name("qualification.deal"), say.Name("col.customer"), say.Name("col.owner", 1.4f), say.Name("funnel.stage", 1.2f), say.Number("col.amount", ColumnKind.Money), say.Name("col.reasons", 3),
        ],
        phantoms.Select(deal => SectionWords.Row(
            say.Cells.Name(deal.Name ?? deal.OpportunityId), say.Cells.Name(deal.CustomerName ?? deal.CustomerId), say.Cells.Name(deal.OwnerName ?? deal.OwnerId), say.Cells.Name(deal.Stage),
            say.Cells.Money(deal.Amount), Cells.Text(string.Join(", ", deal.Reasons.Select(reason => say.Words.Code("phantom", reason)))))),
        shown: 15);
}
