using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.Movement;

namespace SalesReports.Documents.Content.Sections;

/// <summary>How deals went through the stages, and how the open pipeline moved.</summary>
internal static class FunnelView
{
    public static SectionView Of(SectionResult<FunnelSection> result, SectionWords say) => say.Of("funnel", result, section => say.Section(
        "funnel",
        Lead(section, say),
        [
            .. section.StagesReason is { } why ? [new NotesBlock([say.In(why.Text)])] : Stages(section.Stages, say),
            .. Movement(section.Movement, say),
        ]));

    private static string Lead(FunnelSection section, SectionWords say) => section.Stages.FirstOrDefault(stage => stage.Stage == section.Worst && stage.Rate is not null) is { } worst
        ? say.Say("funnel.worst", say.Cells.Name(worst.Stage).Text, say.Cells.Ratio(worst.Rate).Text)
        : say.Say("funnel.moves", say.Money(section.Movement.Opening), say.Money(section.Movement.Closing));

    private static IEnumerable<Block> Stages(IReadOnlyList<FunnelStage> stages, SectionWords say)
    {
        var pipelines = stages.GroupBy(stage => stage.Pipeline, StringComparer.Ordinal).ToList();
        foreach (var (pipeline, index) in pipelines.Select((pipeline, index) => (pipeline, index)))
        {
            var title = pipelines.Count == 1 || pipeline.Key is null ? say.Say("funnel.chart") : say.Say("funnel.chartOf", say.Cells.Name(pipeline.Key).Text);
            List<FunnelBar> bars = [.. pipeline.Select(stage => new FunnelBar(say.Charts.Count(say.Cells.Name(stage.Stage).Text, stage.Exits), stage.Rate is { } rate ? say.Cells.Ratio(rate).Text : ""))];
            yield return say.Charts.OfCounts($"funnel.stages.{index + 1}", title, bars.Select(bar => bar.Value), unit => new FunnelData(bars) { Unit = unit, UnitSize = 1 });
        }

        yield return Table(stages, say);
    }

    private static TableBlock Table(IReadOnlyList<FunnelStage> stages, SectionWords say) => SectionWords.Table(
        "funnel.stages", say.Say("funnel.stages"),
        [
            say.Name("funnel.stage"), say.Name("funnel.pipeline", 1), say.Number("funnel.exits", ColumnKind.Count), say.Number("funnel.forward", ColumnKind.Count), say.Number("funnel.back", ColumnKind.Count),
            say.Number("funnel.lost", ColumnKind.Count), say.Number("funnel.rate", ColumnKind.Ratio), say.Number("funnel.days", ColumnKind.Days),
        ],
        stages.Select(stage => SectionWords.Row(
            say.Cells.Name(stage.Stage), say.Cells.Name(stage.Pipeline), say.Cells.Count(stage.Exits), say.Cells.Count(stage.Forward), say.Cells.Count(stage.Back), say.Cells.Count(stage.Lost),
            Flagged(say.Cells.Ratio(stage.Rate), stage.SmallSample), say.Cells.Days(stage.MedianDays))));

    private static Cell Flagged(Cell cell, bool small) => small && cell.Number is not null ? cell with { Text = cell.Text + Cells.Flag } : cell;

    private static IEnumerable<Block> Movement(PipelineMovement moved, SectionWords say)
    {
        (string Key, decimal Value)[] steps =
        [
            ("created", moved.Created), ("changed", moved.Changed), ("won", -moved.Won), ("lost", -moved.Lost), ("reopened", moved.Reopened), ("removed", -moved.Removed),
        ];
        var (from, to) = (say.Charts.Money(say.Say("movement.opening"), moved.Opening, isCurrent: false), say.Charts.Money(say.Say("movement.closing"), moved.Closing));

        // What is won leaves the pipeline too, but is no loss.
        List<ChartValue> parts = [.. steps.Select(step => say.Charts.SignedMoney(say.Say($"movement.{step.Key}"), step.Value) with { Colour = step.Key == "won" ? "green" : "none" })];
        yield return say.Charts.OfMoney("funnel.movement.chart", say.Say("movement.title"), [from, .. parts, to], (unit, size) => new WaterfallData(from, parts, to) { Unit = unit, UnitSize = size });
        yield return SectionWords.Table(
            "funnel.movement", say.Say("movement.title"), [say.Name("col.effect"), say.Number("col.amount", ColumnKind.Money)],
            [
                SectionWords.Row(new Cell(say.Say("movement.opening")), say.Cells.Money(moved.Opening)),
                .. steps.Select(step => SectionWords.Row(new Cell(say.Say($"movement.{step.Key}")), say.Cells.SignedMoney(step.Value))),
            ],
            total: SectionWords.Row(new Cell(say.Say("movement.closing")), say.Cells.Money(moved.Closing)));
        if (moved.LeftOut > 0 || moved.WithoutRate > 0)
        {
            yield return new NotesBlock(
            [
                .. moved.LeftOut > 0 ? [say.Say("movement.leftOut", say.Count(moved.LeftOut))] : Array.Empty<string>(),
                .. moved.WithoutRate > 0 ? [say.Say("movement.withoutRate", say.Count(moved.WithoutRate))] : Array.Empty<string>(),
            ]);
        }
    }
}
