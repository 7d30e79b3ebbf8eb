namespace SalesReports.Local.Sample;

/// <summary>How a deal went through the pipeline: stages entered, amounts and expected closes, each with its time.</summary>
internal sealed record SampleDealHistory(
    IReadOnlyList<(int Position, DateTime At)> Stages,
    IReadOnlyList<(DateTime At, decimal Amount)> Amounts,
    IReadOnlyList<(DateTime At, DateOnly Day)> ExpectedCloses,
    IReadOnlyList<(DateTime At, string Outcome)> Outcomes,
    DateTime LastActivityAt)
{
    public static SampleDealHistory Make(
        SampleRandom random, SampleCalendar calendar, DateTime createdAt, SampleDeals.Plan plan, DateTime? closedAt, bool forgotten)
    {
        var stages = StagesOf(random, calendar, createdAt, plan, closedAt, forgotten);
        var lastTouch = closedAt ?? LastTouch(random, calendar, stages[^1].At, forgotten);
        return new SampleDealHistory(
            stages, AmountsOf(random, stages), ExpectedClosesOf(random, calendar, stages, closedAt, forgotten),
            OutcomesOf(random, stages, closedAt, plan.Won), lastTouch);
    }

    /// <summary>The stages are spread over the deal's life; a won deal sees all of them, a lost one stops on the way, one in twenty steps back.</summary>
    private static List<(int Position, DateTime At)> StagesOf(
        SampleRandom random, SampleCalendar calendar, DateTime createdAt, SampleDeals.Plan plan, DateTime? closedAt, bool forgotten)
    {
        var reached = plan.Won ? SampleStages.All.Count : random.Whole(1, SampleStages.All.Count);
        var path = Enumerable.Range(1, reached).ToList();
        if (reached >= 3 && random.Chance(0.05))
        {
            path.InsertRange(reached - 1, [reached - 1, reached - 2]);
        }

        var entries = new List<(int Position, DateTime At)> { (path[0], createdAt) };
        var days = Math.Max(1, plan.Close.DayNumber - plan.Created.DayNumber - 1);
        for (var i = 1; i < path.Count; i++)
        {
            var day = SampleCalendar.WorkingDayUntil(plan.Created.AddDays((int)(days * (i - random.Between(0, 0.5)) / path.Count)));
            var at = SampleCalendar.At(day, random);
            at = at > entries[^1].At ? at : entries[^1].At.AddMinutes(random.Whole(20, 60));
            if (DateOnly.FromDateTime(at) > calendar.LastDay || (closedAt is { } closed && at >= closed) || (forgotten && i > 2))
            {
                break;
            }

            entries.Add((path[i], at));
        }

        return entries;
    }

    private static List<(DateTime At, decimal Amount)> AmountsOf(SampleRandom random, List<(int Position, DateTime At)> stages)
    {
        var first = Rounded(9000 * random.Skewed());
        var amounts = new List<(DateTime At, decimal Amount)> { (stages[0].At, first) };
        if (stages.Count > 1 && random.Chance(0.4))
        {
            amounts.Add((random.Pick(stages[1..]).At, Rounded((double)first * random.Between(0.75, 1.25))));
        }

        return amounts;
    }

    /// <summary>The first promise is hopeful; a third of the moves through the pipeline push it.</summary>
    private static List<(DateTime At, DateOnly Day)> ExpectedClosesOf(
        SampleRandom random, SampleCalendar calendar, List<(int Position, DateTime At)> stages, DateTime? closedAt, bool forgotten)
    {
        var promises = new List<(DateTime At, DateOnly Day)> { (stages[0].At, Later(stages[0].At, random.Whole(25, 60))) };
        foreach (var (_, at) in stages.Skip(1).Where(_ => random.Chance(0.35)))
        {
            promises.Add((at, Later(at, random.Whole(15, 50))));
        }

        // Who looks after an open deal does not leave a date in the past standing.
        if (closedAt is null && !forgotten && promises[^1].Day <= calendar.LastDay && random.Chance(0.8))
        {
            var at = calendar.LastDay.ToDateTime(new TimeOnly(18, 30));
            promises.Add((at, Later(at, random.Whole(10, 60))));
        }

        return promises;
    }

    /// <summary>One closed deal in eighty was given up and taken up again on the way.</summary>
    private static List<(DateTime At, string Outcome)> OutcomesOf(
        SampleRandom random, List<(int Position, DateTime At)> stages, DateTime? closedAt, bool won)
    {
        if (closedAt is not { } closed)
        {
            return [];
        }

        List<(DateTime At, string Outcome)> final = [(closed, won ? "won" : "lost")];
        return stages.Count >= 3 && random.Chance(1 / 80.0) ? [(stages[1].At, "lost"), (stages[2].At, "open"), .. final] : final;
    }

    private static DateTime LastTouch(SampleRandom random, SampleCalendar calendar, DateTime lastStage, bool forgotten)
    {
        var day = forgotten ? DateOnly.FromDateTime(lastStage) : SampleCalendar.WorkingDayUntil(calendar.LastDay.AddDays(-random.Whole(0, 25)));
        var touch = SampleCalendar.At(day, random);
        return touch > lastStage ? touch : lastStage;
    }

    private static DateOnly Later(DateTime at, int days) => SampleCalendar.WorkingDayFrom(DateOnly.FromDateTime(at).AddDays(days));

    private static decimal Rounded(double amount) => Math.Round((decimal)amount / 50) * 50;
}
