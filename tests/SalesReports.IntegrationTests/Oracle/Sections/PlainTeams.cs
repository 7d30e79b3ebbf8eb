using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each team reached and has before it. Source: metrics.md, teams.</summary>
internal static class PlainTeams
{
    private const int FewestClosed = 10;

    public static JsonArray Of(PlainBook book, PlainPeriod period)
    {
        // What is a phantom does not depend on who looks: medians are those of all deals of the report.
        var open = PlainPhantoms.Open(book, period.End);
        return
        [
            .. book.World.Reps.Values.Select(rep => rep.Team).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(team => Row(book, book.Of("team:" + team), team, period, [.. open.Where(deal => book.World.TeamOf(deal.Deal.Rep) == team)])),
        ];
    }

    private static JsonObject Row(PlainBook all, PlainBook own, string team, PlainPeriod period, List<PlainOpenDeal> open)
    {
        var amount = PlainPhantoms.Amount(open);
        var targets = new PlainTargets(all.World.Targets, "team:" + team);
        return new()
        {
            ["id"] = team,
            ["quotaAttainment"] = own.Metrics.Revenue(period.Start, period.End).Value is { } revenue ? revenue.Over(targets.For("revenue", period)) : null,
            ["winRate"] = own.Metrics.WinRate(period.Start, period.End).Value,
            ["pipelineCoverage"] = Expected(all, open, period.End) is { } expected ? expected.Over(TargetAhead(targets, period.End)) : null,
            ["shareQualified"] = PlainPhantoms.Amount(open.Where(deal => deal.IsQualified)).Over(amount),
            ["sharePhantom"] = PlainPhantoms.Amount(open.Where(deal => deal.IsPhantom)).Over(amount),
            ["leadFollowUpHours"] = FollowUp(own, period),
        };
    }

    /// <summary>Σ open amount × stage probability with expected close in the three months from <paramref name="end"/>; deals of stages without probability stay out.</summary>
    private static decimal? Expected(PlainBook all, List<PlainOpenDeal> open, DateOnly end)
    {
        var ahead = open.FindAll(deal => deal.ExpectedClose >= end && deal.ExpectedClose < end.AddMonths(3));
        var probabilities = ahead.Select(deal => (deal.Deal.Pipeline, deal.Stage)).Distinct().ToDictionary(stage => stage, stage => Probability(all, stage.Pipeline, stage.Stage, end));
        var weighted = ahead.Select(deal => (deal.Amount, Probability: probabilities[(deal.Deal.Pipeline, deal.Stage)])).ToList();
        return weighted.Count > 0 && weighted.All(deal => deal.Probability is null || deal.Amount is null) ? null : weighted.Sum(deal => deal.Amount * deal.Probability ?? 0);
    }

    /// <summary>won ÷ closed among those that entered the stage in the trailing 12 months, at least 10; else the configured one.</summary>
    public static decimal? Probability(PlainBook all, string? pipeline, string stage, DateOnly end)
    {
        var outcomes = all.Lives
            .Where(life => life.Deal.RemovedAt is null && life.Deal.Pipeline == pipeline && life.Deal.StageHistory.Any(entry => entry.Value == stage && entry.Day < end && entry.Day >= end.AddMonths(-12)))
            .Select(life => life.Outcomes.LastOrDefault(entry => entry.Day < end)?.Value).ToList();
        var closed = outcomes.Count(outcome => outcome is "won" or "lost");
        return closed >= FewestClosed ? (decimal)outcomes.Count(outcome => outcome == "won") / closed : PlainStays.Stage(all.World, pipeline, stage)?.Probability;
    }

    /// <summary>Of the three months that follow; none if one of them has none.</summary>
    private static decimal? TargetAhead(PlainTargets targets, DateOnly end)
    {
        // After a week in mid-month the next three months begin with the running one's rest: taken as the calendar months from the end on.
        var first = PlainPeriod.MonthOf(end);
        var ahead = Enumerable.Range(0, 3).Select(count => targets.For("revenue", first.Before(-count))).ToList();
        return ahead.Any(target => target is null) ? null : ahead.Sum();
    }

    /// <summary>First contact − created of the leads created in the period, median, business hours.</summary>
    private static decimal? FollowUp(PlainBook own, PlainPeriod period) => own.World.Leads
        .Where(lead => lead.Day >= period.Start && lead.Day < period.End && lead.FirstContactAt >= lead.CreatedAt && DateOnly.FromDateTime(lead.FirstContactAt.Value) < period.End)
        .Select(lead => PlainCalendar.BusinessHours(lead.CreatedAt, lead.FirstContactAt!.Value)).Median();
}
