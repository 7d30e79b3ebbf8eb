using SalesReports.Calendar;
using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Movement;

/// <summary>
/// How the open pipeline went from the period's start to its end: opening + created + changed − won − lost + reopened − removed =
/// closing, exactly. In the reporting currency at the rate of each deal's creation day. Source: metrics.md, 7.
/// </summary>
/// <param name="Created">Deals created, at their first known amount.</param>
/// <param name="Changed">Amounts that went up less those that went down, while open.</param>
/// <param name="LeftOut">Deals without a known day of creation, closing or removal.</param>
/// <param name="WithoutRate">Deals whose currency had no usable rate on the creation day; in no amount.</param>
public sealed record PipelineMovement(
    decimal Opening, decimal Created, decimal Changed, decimal Won, decimal Lost, decimal Reopened, decimal Removed, decimal Closing, int LeftOut, int WithoutRate)
{
    public static PipelineMovement Of(Period period, DealBook deals)
    {
        var counted = deals.All.Where(life => life is { Events: not null, HasRate: true }).ToList();
        var steps = counted.SelectMany(life => PipelineStep.Of(life.Events!)).Where(step => step.Day < period.End).ToList();
        var moved = steps.Where(step => step.Day >= period.Start).ToLookup(step => step.Kind, step => step.Amount);
        return new PipelineMovement(
            steps.Where(step => step.Day < period.Start).Sum(step => step.Amount),
            moved[StepKind.Created].Sum(),
            moved[StepKind.Changed].Sum(),
            -moved[StepKind.Won].Sum(),
            -moved[StepKind.Lost].Sum(),
            moved[StepKind.Reopened].Sum(),
            -moved[StepKind.Removed].Sum(),
            counted.Sum(life => life.AtEnd.InPipeline),
            deals.All.Count(life => life.Events is null),
            deals.All.Count(life => life is { Events: not null, HasRate: false }));
    }
}
