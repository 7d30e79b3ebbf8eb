using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Bridges;

namespace SalesReports.Documents.Content.Sections;

/// <summary>What moved revenue and margin: a waterfall for each comparison, and the effects side by side.</summary>
internal static class BridgesView
{
    public static SectionView OfWeek(SectionResult<Bridge> result, SectionWords say) => say.Of("bridge", result, bridge => say.Section(
        "bridge", Lead(bridge, say), Chart("bridge.revenue", bridge, say), Table("bridge.effects", say.Say("bridges.revenueTable"), [bridge], say)));

    public static SectionView Of(SectionResult<BridgesSection> result, SectionWords say) => say.Of("bridges", result, section => say.Section(
        "bridges",
        Lead(section.Revenue.OfType<Bridge>().First(), say),
        [
            .. section.Revenue.OfType<Bridge>().Select(bridge => Chart($"bridges.revenue.{bridge.Comparison}", bridge, say)),
            Table("bridges.revenue", say.Say("bridges.revenueTable"), section.Revenue, say),
            .. section.Margin.OfType<Bridge>().Select(bridge => Chart($"bridges.margin.{bridge.Comparison}", bridge, say)),
            .. section.Margin.Any(bridge => bridge is not null) ? [Table("bridges.margin", say.Say("bridges.marginTable"), section.Margin, say)] : Array.Empty<Block>(),
        ]));

    private static string Lead(Bridge bridge, SectionWords say)
    {
        var driver = Effects(bridge, say).MaxBy(effect => Math.Abs(effect.Value));
        string[] change = [say.Money(bridge.To), say.Money(bridge.From), say.PeriodName(bridge.ComparisonPeriod)];
        return driver.Value == 0
            ? say.Say("bridges.unchanged", change)
            : say.Say("bridges.lead", [.. change, say.Cells.SignedMoney(bridge.To - bridge.From).Text, driver.Name.ToLowerInvariant(), say.Cells.SignedMoney(driver.Value).Text]);
    }

    private static ChartBlock Chart(string id, Bridge bridge, SectionWords say)
    {
        var (then, now) = (say.PeriodName(bridge.ComparisonPeriod), say.PeriodName(say.Report.Period));
        var (from, to) = (say.Charts.Money(then, bridge.From, isCurrent: false), say.Charts.Money(now, bridge.To));
        List<ChartValue> steps = [.. Effects(bridge, say).Select(effect => say.Charts.SignedMoney(effect.Name, effect.Value))];
        var title = say.Say(bridge.Cost is null ? "bridges.revenue" : "bridges.margin", then, now);
        return say.Charts.OfMoney(id, title, [from, .. steps, to], (unit, size) => new WaterfallData(from, steps, to) { Unit = unit, UnitSize = size });
    }

    /// <summary>A bridge a column; one that is not there says why in each of its cells.</summary>
    private static TableBlock Table(string id, string title, IReadOnlyList<Bridge?> bridges, SectionWords say)
    {
        var known = bridges.OfType<Bridge>().ToList();
        var effects = known.Select(bridge => Effects(bridge, say)).ToList();
        List<TableRow> rows =
        [
            Row("bridges.from", bridge => bridge.From),
            .. effects[0].Select((effect, i) => new TableRow([new Cell(effect.Name), .. bridges.Select(bridge => Value(bridge, known => say.Cells.SignedMoney(Effects(known, say)[i].Value)))])),
        ];
        IReadOnlyList<Column> columns =
        [
            say.Name("col.effect"),
            .. bridges.Select((bridge, i) => new Column(say.Say("bridges.against", bridge is null ? Other(i) : say.PeriodName(bridge.ComparisonPeriod)), ColumnKind.Money)),
        ];
        return SectionWords.Table(id, title, columns, rows, total: Row("bridges.to", bridge => bridge.To));

        TableRow Row(string key, Func<Bridge, decimal> value) => new([new Cell(say.Say(key)), .. bridges.Select(bridge => Value(bridge, known => say.Cells.Money(value(known))))]);

        Cell Value(Bridge? bridge, Func<Bridge, Cell> cell) => bridge is null ? say.Cells.Money(null, say.Say("reason.noBridge")) : cell(bridge);

        string Other(int i) => say.Words.Dates.ShortWithYear(i == 0 ? say.Period.Back(1) : say.Period.SamePeriodLastYear());
    }

    private static IReadOnlyList<(string Name, decimal Value)> Effects(Bridge bridge, SectionWords say) =>
    [
        (say.Say("bridges.volume"), bridge.Volume), (say.Say("bridges.mix"), bridge.Mix), (say.Say("bridges.price"), bridge.Price),
        .. bridge.Cost is { } cost ? [(say.Say("bridges.cost"), cost)] : Array.Empty<(string, decimal)>(),
        (say.Say("bridges.new"), bridge.New), (say.Say("bridges.lost"), bridge.Lost), (say.Say("bridges.other"), bridge.Other),
    ];
}
