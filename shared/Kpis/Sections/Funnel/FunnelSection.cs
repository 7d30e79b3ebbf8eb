using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Movement;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Funnel;

/// <summary>How deals went through the stages in the period, and what that did to the pipeline. Source: metrics.md, 7.</summary>
/// <param name="Stages">The configured stages and those that were left, by pipeline and position; empty without any stage history.</param>
/// <param name="Worst">The stage with the lowest rate among those with at least <c>MinimumSample</c> exits.</param>
/// <param name="StagesReason">Why there are no stages; null when there are.</param>
public sealed record FunnelSection(IReadOnlyList<FunnelStage> Stages, string? Worst, Reason? StagesReason, PipelineMovement Movement)
{
    public static SectionResult<FunnelSection> Of(SectionInputs inputs, DealBook deals)
    {
        if (deals.All.Count == 0)
        {
            return SectionResult.Undefined<FunnelSection>(DealReasons.NoDeals);
        }

        var movement = PipelineMovement.Of(inputs.Period, deals);
        if (!deals.All.Any(life => life.Deal.StageHistory.Count > 0))
        {
            return SectionResult.Of(new FunnelSection([], null, DealReasons.NoStageHistory, movement));
        }

        var stages = StagesOf(inputs, deals);
        var worst = stages.Where(stage => stage.Exits >= inputs.Settings.MinimumSample).MinBy(stage => stage.Rate);
        return SectionResult.Of(new FunnelSection(stages, worst?.Stage, null, movement));
    }

    private static List<FunnelStage> StagesOf(SectionInputs inputs, DealBook deals)
    {
        var exits = deals.All.SelectMany(life => life.Stays).Where(stay => stay.Left >= inputs.Period.Start).ToLookup(stay => stay.Stage);
        return
        [
            .. deals.Stages.Keys.Union(exits.Select(stage => stage.Key))
                .Select(key => FunnelStage.Of(key, deals.Stages.Find(key)?.Position, [.. exits[key]], inputs.Settings))
                .OrderBy(stage => stage.Pipeline, StringComparer.Ordinal)
                .ThenBy(stage => stage.Position ?? int.MaxValue)
                .ThenBy(stage => stage.Stage, StringComparer.Ordinal),
        ];
    }
}
