using SalesReports.Calendar;
using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Reports;

namespace SalesReports.Documents.Content.Sections;

/// <summary>How far the data can be trusted, and what was corrected since the revision before.</summary>
internal static class DataQualityView
{
    public static SectionView Of(DataQualitySection section, SectionWords say) => say.Section(
        "dataQuality",
        say.Say("dataQuality.lead", say.Count(section.Findings.Count), say.Count(section.Identity.Reviews.Count), say.Count(say.Report.Restatements.Count)),
        [
            Sources(section.Sources, say),
            Coverage(say),
            .. section.Findings.Count == 0 ? [] : Findings(section.Findings, say),
            .. IdentityBlocks.Of(section.Identity, say),
            .. Restated(say),
        ]);

    private static TableBlock Sources(IReadOnlyList<SourceQuality> qualities, SectionWords say)
    {
        var zone = new BusinessZone(say.Report.TimeZone);
        return SectionWords.Table(
            "dataQuality.sources", say.Say("dataQuality.sources"),
            [say.Name("col.source"), say.Name("dataQuality.through"), say.Number("dataQuality.facts", ColumnKind.Count), say.Number("dataQuality.usual", ColumnKind.Count), new Column(say.Say("dataQuality.status"), ColumnKind.Status)],
            say.Report.Sources.Select(source => SectionWords.Row(
                say.Cells.Name(source.Name), new Cell(source.PulledThrough is { } moment ? say.Words.Dates.Instant(zone.AtHome(moment)) : say.Words.Never),
                say.Cells.Count(Of(source)?.Facts), say.Cells.Count(Of(source)?.UsualFacts), Status(source, say))));

        SourceQuality? Of(SourceState source) => qualities.FirstOrDefault(quality => quality.Name == source.Name);
    }

    private static Cell Status(SourceState source, SectionWords say) => source.Status switch
    {
        "ready" => new Cell($"▲\u00A0{say.Words.Ready}", Colour: "green"),
        "late" => new Cell($"●\u00A0{say.Words.Late}", Colour: "amber"),
        "suspect" => new Cell($"●\u00A0{say.Words.Suspect}", Colour: "amber"),
        _ => new Cell($"▼\u00A0{say.Words.Failed}", Colour: "red"),
    };

    private static TableBlock Coverage(SectionWords say) => SectionWords.Table(
        "dataQuality.coverage", say.Say("dataQuality.coverage"),
        [say.Name("dataQuality.metric"), say.Number("dataQuality.covered", ColumnKind.Ratio), say.Number("dataQuality.n", ColumnKind.Count), say.Name("col.reason", 4)],
        say.Report.Metrics.Select(metric => SectionWords.Row(
            new Cell(say.Metrics.Name(metric)), say.Cells.Ratio(metric.Coverage), say.Cells.Count(metric.N),
            Cells.Text(say.Report.Gaps.FirstOrDefault(gap => gap.Metric == metric.Id)?.Text.In(say.Words.Language)))));

    private static IEnumerable<Block> Findings(IReadOnlyList<FindingRow> findings, SectionWords say) =>
    [
        SectionWords.Table(
            "dataQuality.findings", say.Say("dataQuality.findings"),
            [say.Name("dataQuality.kind"), say.Name("dataQuality.fact", 1), say.Number("col.count", ColumnKind.Count), say.Name("dataQuality.examples", 4)],
            findings.Select(found => SectionWords.Row(
                new Cell(say.Words.Code("finding", found.Kind)), new Cell(say.Words.Code("fact", found.FactKind)), say.Cells.Count(found.Count),
                Cells.Text(string.Join(", ", found.Examples.Select(example => PlainText.Line(example.Value is { } value ? $"{example.Id} ({value})" : example.Id, 60))))))),
    ];

    private static IEnumerable<Block> Restated(SectionWords say)
    {
        List<TableRow> rows =
        [
            .. from restated in say.Report.Restatements
               let metric = say.Report.Metrics.FirstOrDefault(metric => metric.Id == restated.Metric)
               where metric is not null
               select SectionWords.Row(new Cell(say.Metrics.Name(metric)), Value(metric, restated.Before, say), Value(metric, restated.After, say)),
        ];
        if (rows.Count > 0)
        {
            yield return SectionWords.Table(
                "dataQuality.restatements", say.Say("dataQuality.restated"), [say.Name("dataQuality.metric"), say.Number("dataQuality.before", ColumnKind.Factor), say.Number("dataQuality.after", ColumnKind.Factor)], rows);
        }

        if (say.Report.RestatementCauses.Count > 0)
        {
            yield return new NotesBlock([.. say.Report.RestatementCauses.Select(cause => say.In(cause.Text))]);
        }
    }

    private static Cell Value(Metric metric, decimal? value, SectionWords say) => value is null
        ? new Cell(say.Words.Nothing, Reason: say.Say("reason.none"))
        : new Cell(say.Metrics.Cell(metric, value), value);
}
