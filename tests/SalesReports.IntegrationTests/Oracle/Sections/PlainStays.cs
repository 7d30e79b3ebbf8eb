namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>A leaving of a stage on its day, re-entries again. Source: metrics.md, funnel.</summary>
/// <param name="Way"><c>forward</c>, <c>back</c>, <c>lost</c>, or null between stages of unknown position.</param>
internal sealed record PlainExit(string? Pipeline, string Stage, DateOnly Day, int Days, string? Way);

/// <summary>Where a deal has been, from its stage history and its outcomes.</summary>
internal static class PlainStays
{
    /// <summary>The exits of one deal before <paramref name="end"/>, and where it stays then, null when nowhere known.</summary>
    public static (IReadOnlyList<PlainExit> Exits, string? Stage, DateOnly? Since) Of(PlainDealLife life, PlainWorld world, DateOnly end)
    {
        var (exits, deal, stage, since) = (new List<PlainExit>(), life.Deal, (string?)null, (DateOnly?)null);
        var entries = deal.StageHistory.Select(entry => (entry.At, Order: 0, IsStage: true, entry.Value));
        var outcomes = life.Outcomes.Select(entry => (entry.At, Order: 1, IsStage: false, entry.Value));
        var isOpen = true;
        foreach (var (at, _, isStage, value) in entries.Concat(outcomes).OrderBy(happened => happened.At).ThenBy(happened => happened.Order))
        {
            // A removal is no exit, and nothing comes after it.
            var day = DateOnly.FromDateTime(at);
            if (day >= end || at >= deal.RemovedAt)
            {
                break;
            }

            var isLeft = since is not null && (isStage ? value != stage : value is "won" or "lost");
            if (isLeft)
            {
                exits.Add(new PlainExit(deal.Pipeline, stage!, day, day.DayNumber - since!.Value.DayNumber, isStage ? Way(world, deal, stage!, value) : value == "won" ? "forward" : "lost"));
            }

            // Where a deal is taken up again and put into a stage on one day, it never was in the old one again.
            var isPlaced = !isStage && deal.StageHistory.Any(entry => entry.Day == day && entry.At > at);
            isOpen = isStage ? isOpen : value == "open";
            stage = isStage ? value : stage;
            since = !isOpen || stage is null || isPlaced ? null : isLeft || since is null ? day : since;
        }

        return (exits, stage, since);
    }

    public static PlainStage? Stage(PlainWorld world, string? pipeline, string name) =>
        world.Stages.FirstOrDefault(stage => stage.Name == name && (stage.Pipeline ?? "") == (pipeline ?? ""));

    private static string? Way(PlainWorld world, PlainDeal deal, string from, string to) => (Stage(world, deal.Pipeline, to)?.Position - Stage(world, deal.Pipeline, from)?.Position) switch
    {
        > 0 => "forward",
        < 0 => "back",
        _ => null,
    };
}
