using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Teams;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Each team and rep against what was promised, and how sure the pipeline behind it is.</summary>
internal static class TeamsView
{
    private const int BarsShown = 12;

    public static SectionView Of(SectionResult<TeamsSection> result, SectionWords say) => say.Of("teams", result, section =>
    {
        var shown = section.Teams.Count > 0 ? section.Teams : section.Reps;
        return say.Section(
            "teams",
            Lead(shown, say),
            [
                Chart(shown, say.Say(section.Teams.Count > 0 ? "teams.chart" : "teams.repChart"), say),
                .. Tables("teams", section.Teams, say, "teams.results", "teams.pipeline"),
                .. Tables("teams.reps", section.Reps, say, "teams.repResults", "teams.repPipeline"),
            ]);
    });

    private static string Lead(IReadOnlyList<TeamRow> rows, SectionWords say)
    {
        var judged = rows.Where(row => row.Attainment.Value is not null).OrderByDescending(row => row.Attainment.Value).ToList();
        return judged.Count switch
        {
            0 => say.Say("teams.leadNone", say.Count(rows.Count)),
            1 => say.Say("teams.leadOne", NameOf(judged[0]), Attained(judged[0])),
            _ => say.Say("teams.lead", NameOf(judged[0]), Attained(judged[0]), NameOf(judged[^1]), Attained(judged[^1])),
        };

        string NameOf(TeamRow row) => say.Cells.Name(row.Name).Text;

        string Attained(TeamRow row) => say.Cells.Ratio(row.Attainment.Value).Text;
    }

    private static ChartBlock Chart(IReadOnlyList<TeamRow> rows, string title, SectionWords say)
    {
        List<ChartValue> bars = [.. rows.OrderByDescending(row => row.Revenue.Value).Take(BarsShown).Select(row => say.Charts.Money(say.Cells.Name(row.Name).Text, row.Revenue.Value, row.Target))];
        return say.Charts.OfMoney("teams.revenue", title, bars, (unit, size) => new RankingData(bars) { Unit = unit, UnitSize = size });
    }

    private static IEnumerable<Block> Tables(string id, IReadOnlyList<TeamRow> rows, SectionWords say, string results, string pipeline) => rows.Count == 0
        ? []
        :
        [
            SectionWords.Table(
                id, say.Say(results),
                [
                    say.Name("col.name"), say.Number("col.revenue", ColumnKind.Money), say.Number("col.target", ColumnKind.Money), say.Number("col.attainment", ColumnKind.Ratio),
                    new Column(say.Metric("gross_margin"), ColumnKind.Ratio), new Column(say.Metric("average_order_value"), ColumnKind.Money), new Column(say.Metric("win_rate"), ColumnKind.Ratio),
                ],
                rows.Select(row => SectionWords.Row(
                    say.Cells.Name(row.Name), say.Cells.Of(row.Revenue), say.Cells.Money(row.Target, say.Words.NoTarget), say.Cells.Of(row.Attainment),
                    say.Cells.Of(row.GrossMargin), say.Cells.Of(row.AverageOrderValue), say.Cells.Of(row.WinRate)))),
            SectionWords.Table(
                $"{id}.pipeline", say.Say(pipeline),
                [
                    say.Name("col.name"), say.Number("teams.coverage", ColumnKind.Ratio), say.Number("teams.qualified", ColumnKind.Ratio),
                    say.Number("teams.phantom", ColumnKind.Ratio), say.Number("teams.followUp", ColumnKind.Hours),
                ],
                rows.Select(row => SectionWords.Row(
                    say.Cells.Name(row.Name), say.Cells.Of(row.PipelineCoverage), say.Cells.Of(row.QualifiedShare), say.Cells.Of(row.PhantomShare), say.Cells.Of(row.LeadFollowUpHours)))),
        ];
}
