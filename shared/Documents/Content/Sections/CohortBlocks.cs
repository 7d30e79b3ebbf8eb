using SalesReports.Kpis.Sections.Marketing;

namespace SalesReports.Documents.Content.Sections;

/// <summary>What became of the leads of each source, by the month they were created in.</summary>
internal static class CohortBlocks
{
    private const int SourcesShown = 10;

    public static IEnumerable<Block> Of(IReadOnlyList<Cohort> cohorts, SectionWords say) => [Heat(cohorts, say), Table(cohorts, say)];

    private static ChartBlock Heat(IReadOnlyList<Cohort> cohorts, SectionWords say)
    {
        var months = cohorts.Select(cohort => cohort.Month).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var sources = cohorts.GroupBy(cohort => cohort.Source, StringComparer.Ordinal).OrderByDescending(own => own.Sum(cohort => cohort.Leads)).Take(SourcesShown);
        List<HeatRow> rows =
        [
            .. sources.Select(own => new HeatRow(say.Cells.Name(own.Key).Text, [.. months.Select(month => Value(own.FirstOrDefault(cohort => cohort.Month == month), month, say))])),
        ];
        return new ChartBlock(
            "marketing.heat", $"{say.Say("marketing.heat")} ({say.Say("unit.ratio")})", say.Say("marketing.heatText"),
            new HeatData([.. months.Select(month => Tick(month, say))], rows) { Unit = say.Say("unit.ratio"), UnitSize = 0.01m });
    }

    private static ChartValue Value(Cohort? cohort, string month, SectionWords say) => say.Charts.Ratio(Tick(month, say), cohort?.Conversion) with { IsCurrent = cohort?.Mature == true };

    private static string Tick(string month, SectionWords say) => Calendar.Period.TryParse(month, out var period) ? say.Words.Dates.Tick(period) : month;

    private static TableBlock Table(IReadOnlyList<Cohort> cohorts, SectionWords say) => SectionWords.Table(
        "marketing.cohorts", say.Say("marketing.cohorts"),
        [
            say.Name("col.source"), say.Name("col.month", 1.4f), say.Number("marketing.leads", ColumnKind.Count), say.Number("marketing.qualified", ColumnKind.Count),
            say.Number("marketing.converted", ColumnKind.Count), say.Number("marketing.conversion", ColumnKind.Ratio), say.Name("marketing.mature", 1),
        ],
        cohorts.Select(cohort => SectionWords.Row(
            say.Cells.Name(cohort.Source), new Cell(say.PeriodName(cohort.Month)), say.Cells.Count(cohort.Leads), say.Cells.Count(cohort.Qualified), say.Cells.Count(cohort.Converted),
            cohort.SmallSample ? say.Cells.Ratio(cohort.Conversion) with { Text = say.Cells.Ratio(cohort.Conversion).Text + Cells.Flag } : say.Cells.Ratio(cohort.Conversion),
            say.Cells.YesNo(cohort.Mature))),
        shown: 0);
}
