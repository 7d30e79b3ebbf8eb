using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.People;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Each rep by name; the bonus simulation when it is switched on.</summary>
internal static class PeopleView
{
    private const int BarsShown = 15;

    public static SectionView Of(SectionResult<PeopleSection> result, SectionWords say) => say.Of("people", result, section =>
    {
        var ranked = section.People.OrderByDescending(person => person.Revenue.Value ?? decimal.MinValue).ToList();
        List<ChartValue> bars = [.. ranked.Take(BarsShown).Select(person => say.Charts.Money(say.Cells.Name(person.Name).Text, person.Revenue.Value))];
        return say.Section(
            "people",
            say.Say("people.lead", say.Cells.Name(ranked[0].Name).Text, say.Cells.Money(ranked[0].Revenue.Value).Text, say.Count(ranked.Count)),
            [
                say.Charts.Ranking("people.revenue", say.Say("people.chart"), bars),
                Results(ranked, say),
                Activity(ranked, say),
                .. section.BonusSimulation is { } bonus ? Bonus(bonus, say) : [],
            ]);
    });

    private static TableBlock Results(IEnumerable<PersonRow> people, SectionWords say) => SectionWords.Table(
        "people.results", say.Say("people.results"),
        [
            say.Name("col.rep"), say.Name("col.team", 1), say.Number("col.revenue", ColumnKind.Money), say.Number("col.attainment", ColumnKind.Ratio),
            new Column(say.Metric("gross_margin"), ColumnKind.Ratio), say.Number("people.discount", ColumnKind.Ratio),
        ],
        people.Select(person => SectionWords.Row(
            say.Cells.Name(person.Name), say.Cells.Name(person.Team), say.Cells.Of(person.Revenue), say.Cells.Of(person.Attainment), say.Cells.Of(person.GrossMargin), say.Cells.Of(person.DiscountGiven))),
        shown: 20);

    private static TableBlock Activity(IEnumerable<PersonRow> people, SectionWords say) => SectionWords.Table(
        "people.activity", say.Say("people.activity"),
        [
            say.Name("col.rep"), say.Number("people.created", ColumnKind.Count), new Column(say.Metric("win_rate"), ColumnKind.Ratio),
            new Column(say.Metric("average_order_value"), ColumnKind.Money), new Column(say.Metric("sales_cycle"), ColumnKind.Days),
        ],
        people.Select(person => SectionWords.Row(
            say.Cells.Name(person.Name), say.Cells.Count(person.OpportunitiesCreated), say.Cells.Of(person.WinRate), say.Cells.Of(person.AverageOrderValue), say.Cells.Of(person.SalesCycle))),
        shown: 20);

    private static IEnumerable<Block> Bonus(BonusSimulation bonus, SectionWords say)
    {
        string Percent(decimal value) => say.Cells.Ratio(value).Text;
        var settings = bonus.Settings;
        return
        [
            new HeadingBlock(say.Say("bonus.title")),
            new NotesBlock([say.Say("bonus.note", Percent(settings.RevenueWeight), Percent(settings.MarginWeight), Percent(settings.RetentionWeight), Percent(settings.DigitalWeight), Percent(settings.Cap), Percent(settings.MarginGate))]),
            SectionWords.Table(
                "people.bonus", say.Say("bonus.title"),
                [
                    say.Name("col.rep"), say.Number("col.attainment", ColumnKind.Ratio), say.Number("bonus.marginKept", ColumnKind.Ratio), say.Number("bonus.retention", ColumnKind.Ratio),
                    say.Number("bonus.digital", ColumnKind.Ratio), say.Name("bonus.gate", 1), say.Number("bonus.score", ColumnKind.Ratio), say.Number("bonus.volumeOnly", ColumnKind.Ratio),
                ],
                bonus.People.Select(row => Row(row, say)),
                shown: 20),
        ];
    }

    private static TableRow Row(BonusRow row, SectionWords say)
    {
        var why = row.ReasonText is { } text ? say.In(text) : null;
        return SectionWords.Row(
            say.Cells.Name(row.Name), say.Cells.Ratio(row.Attainment.Revenue, why), say.Cells.Ratio(row.Attainment.MarginKept, why), say.Cells.Ratio(row.Attainment.Retention, why),
            say.Cells.Ratio(row.Attainment.DigitalAdoption, why), say.Cells.YesNo(row.GatePassed), say.Cells.Ratio(row.Score, why), say.Cells.Ratio(row.VolumeOnly, why));
    }
}
