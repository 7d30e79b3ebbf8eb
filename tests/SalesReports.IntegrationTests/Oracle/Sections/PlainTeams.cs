using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each team reached and has before it. Source: metrics.md, teams.</summary>
internal static class PlainTeams
{
    private const int FewestClosed = 10;

    public static JsonObject Of(PlainBook book, PlainPeriod period)
    {
        // What is a phantom does not depend on who looks: medians are those of all deals of the report.
        var (open, world) = (PlainPhantoms.Open(book, period.End), book.World);
        var sellers = world.Reps.Keys.Concat(book.Sales(period.Start, period.End).Select(sale => sale.Rep).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var teams = world.Reps.Values.Select(rep => rep.Team).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new()
        {
            // A single rep's report tells no team.
            ["teams"] = new JsonArray([.. teams.Where(_ => !world.Scope.StartsWith("rep:", StringComparison.Ordinal)).Select(team =>
                Row(book, "team:" + team, team, period, [.. open.Where(deal => world.TeamOf(deal.Deal.Rep) == team)]))]),
            ["reps"] = new JsonArray([.. sellers.Select(rep => Row(book, "rep:" + rep, rep, period, [.. open.Where(deal => deal.Deal.Rep == rep)]))]),
        };
    }

    private static JsonObject Row(PlainBook all, string scope, string id, PlainPeriod period, List<PlainOpenDeal> open)
    {
        var own = all.Of(scope);
        var amount = PlainPhantoms.Amount(open);
        var targets = new PlainTargets(all.World.Targets, scope);
        return new()
        {
            ["id"] = id,
            ["revenue"] = own.Metrics.Revenue(period.Start, period.End).Value,
            ["averageOrderValue"] = own.Metrics.AverageOrder(period.Start, period.End).Value,
            ["grossMargin"] = own.Metrics.Margin(period.Start, period.End).Value,
            ["attainment"] = own.Metrics.Revenue(period.Start, period.End).Value is { } revenue ? revenue.Over(targets.For("revenue", period)) : null,
            ["winRate"] = own.Metrics.WinRate(period.Start, period.End).Value,
            ["pipelineCoverage"] = all.LivesKnown(period.End).Any() && Expected(all, open, period.End) is { } expected ? expected.Over(TargetAhead(targets, period.End)) : null,
            ["qualifiedShare"] = PlainPhantoms.Amount(open.Where(deal => deal.IsQualified)).Over(amount),
            ["phantomShare"] = PlainPhantoms.Amount(open.Where(deal => deal.IsPhantom)).Over(amount),
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
    private static decimal? Probability(PlainBook all, string? pipeline, string stage, DateOnly end) => all.Probabilities.GetOrAdd((pipeline, stage, end), _ =>
    {
        var outcomes = all.Lives.Where(life => life.Deal.RemovedAt is null && life.Deal.Pipeline == pipeline && Entries(all, life, end).Any(entry => entry.Stage == stage && entry.Day >= end.AddMonths(-12)))
            .Select(life => life.Outcomes.LastOrDefault(entry => entry.Day < end)?.Value).ToList();
        var closed = outcomes.Count(outcome => outcome is "won" or "lost");
        return closed >= FewestClosed ? (decimal)outcomes.Count(outcome => outcome == "won") / closed : PlainStays.Stage(all.World, pipeline, stage)?.Probability;
    });

    /// <summary>The stages a deal entered and when, entries again after a reopening among them.</summary>
    private static IEnumerable<(string Stage, DateOnly Day)> Entries(PlainBook all, PlainDealLife life, DateOnly end)
    {
        var (exits, stage, since) = PlainStays.Of(life, all.World, end);
        var left = exits.Select(exit => (exit.Stage, exit.Day.AddDays(-exit.Days)));
        return since is { } day ? left.Append((stage!, day)) : left;
    }

    /// <summary>Of the days of the next three months, a month's by its working days; none if one of the months has none.</summary>
    private static decimal? TargetAhead(PlainTargets targets, DateOnly end)
    {
        decimal? sum = 0;
        for (var day = end; day < end.AddMonths(3); day = day.AddDays(1))
        {
            var month = PlainPeriod.MonthOf(day);
            var worked = Enumerable.Range(0, month.End.DayNumber - month.Start.DayNumber).Count(number => PlainCalendar.IsWorked(month.Start.AddDays(number)));
            sum += targets.For("revenue", month) * (PlainCalendar.IsWorked(day) ? 1m / worked : 0);
        }

        return sum;
    }

    /// <summary>First contact − created of the leads created in the period, median, business hours.</summary>
    private static decimal? FollowUp(PlainBook own, PlainPeriod period) => own.World.Leads
        .Where(lead => lead.Day >= period.Start && lead.Day < period.End && lead.FirstContactAt is not null && DateOnly.FromDateTime(lead.FirstContactAt.Value) < period.End)
        .Select(lead => PlainCalendar.Waited(lead.CreatedAt, lead.FirstContactAt!.Value)).OfType<decimal>().Median();
}
