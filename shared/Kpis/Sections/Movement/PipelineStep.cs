using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Movement;

/// <summary>One change of the open pipeline by one deal.</summary>
/// <param name="Amount">By how much the pipeline grew; negative when it shrank.</param>
public sealed record PipelineStep(DateOnly Day, StepKind Kind, decimal Amount)
{
    /// <summary>The steps of a deal in the order of time; what happens to a closed or removed deal moves nothing.</summary>
    public static IEnumerable<PipelineStep> Of(IReadOnlyList<DealEvent> events)
    {
        var state = DealState.NotYet;
        foreach (var happened in events)
        {
            var next = state.After(happened);
            if (next.InPipeline != state.InPipeline)
            {
                yield return new PipelineStep(happened.At.Day, KindOf(happened, state), next.InPipeline - state.InPipeline);
            }

            state = next;
        }
    }

    /// <summary>An amount that is first known later counts as created then.</summary>
    private static StepKind KindOf(DealEvent happened, DealState before) => (happened.Kind, happened.Outcome) switch
    {
        (DealEventKind.Removed, _) => StepKind.Removed,
        (DealEventKind.Outcome, Outcome.Won) => StepKind.Won,
        (DealEventKind.Outcome, Outcome.Lost) => StepKind.Lost,
        (DealEventKind.Outcome, _) => StepKind.Reopened,
        _ => before.WasPriced ? StepKind.Changed : StepKind.Created,
    };
}

public enum StepKind
{
    Created,
    Changed,
    Won,
    Lost,
    Reopened,
    Removed,
}
