using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.MarginAlarm;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Whether revenue was bought with discounts, and whose.</summary>
internal static class MarginAlarmView
{
    public static SectionView Of(SectionResult<MarginAlarmSection> result, SectionWords say) => say.Of("marginAlarm", result, alarm => say.Section(
        "marginAlarm",
        say.Say(alarm.Fires ? "marginAlarm.fires" : "marginAlarm.quiet", say.PeriodName(alarm.ComparisonPeriod), RevenueChange(alarm, say), Points(alarm.Now.GrossMargin, alarm.Then.GrossMargin, say), Points(alarm.Now.PriceRealisation, alarm.Then.PriceRealisation, say)),
        [
            new TilesBlock(
            [
                Tile("now.revenue", say.Say("col.revenue"), say.Cells.Money(alarm.Now.Revenue), say.Cells.Money(alarm.Then.Revenue), alarm, say),
                Tile("now.grossMargin", say.Say("col.margin"), say.Cells.Ratio(alarm.Now.GrossMargin), say.Cells.Ratio(alarm.Then.GrossMargin), alarm, say),
                Tile("now.priceRealisation", say.Say("marginAlarm.realisation"), say.Cells.Ratio(alarm.Now.PriceRealisation), say.Cells.Ratio(alarm.Then.PriceRealisation), alarm, say),
            ]),
            .. Named(alarm, say),
            .. Discounts(alarm.ExtraDiscount, say),
        ]));

    private static Tile Tile(string id, string label, Cell now, Cell then, MarginAlarmSection alarm, SectionWords say) =>
        new(id, label, now, say.Say("marginAlarm.then", then.Text, say.PeriodName(alarm.ComparisonPeriod)));

    private static string RevenueChange(MarginAlarmSection alarm, SectionWords say) =>
        alarm is { Now.Revenue: { } now, Then.Revenue: > 0 and var then } ? say.Words.Numbers.SignedPercent((now - then) / then) : say.Words.Nothing;

    private static string Points(decimal? now, decimal? then, SectionWords say) => now - then is { } change ? say.Words.Numbers.Points(change) : say.Words.Nothing;

    private static IEnumerable<Block> Named(MarginAlarmSection alarm, SectionWords say) => alarm.Fires
        ? [new NotesBlock([.. new[] { alarm.Named.Reps, alarm.Named.Customers, alarm.Named.Products }.Where(rows => rows.Count > 0)
            .Select(rows => say.Say("marginAlarm.named", string.Join(", ", rows.Select(row => $"{PlainText.Line(row.Name, 60)} ({say.Money(row.Value)})"))))])]
        : [];

    private static IEnumerable<Block> Discounts(ExtraDiscounts extra, SectionWords say)
    {
        var tables = new[] { ("byRep", extra.ByRep), ("byCustomer", extra.ByCustomer), ("byProduct", extra.ByProduct) }
            .Select(part => Table($"marginAlarm.{part.Item1}", part.Item2, say)).OfType<Block>().ToList();
        return tables.Count > 0 ? tables : [new NotesBlock([say.Say("marginAlarm.noExtra")])];
    }

    private static TableBlock? Table(string id, IReadOnlyList<ExtraDiscount> discounts, SectionWords say)
    {
        var given = discounts.Where(row => row.Value > 0).ToList();
        return given.Count == 0 ? null : SectionWords.Table(
            id, say.Say(id), [say.Name("col.name", 3), say.Number("marginAlarm.extra", ColumnKind.Money)],
            given.Select(row => SectionWords.Row(say.Cells.Name(row.Name), say.Cells.Money(row.Value))),
            shown: 5,
            total: SectionWords.Row(new Cell(say.Say("whole")), say.Cells.Money(given.Sum(row => row.Value))));
    }
}
