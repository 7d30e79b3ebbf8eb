using SalesReports.Calendar;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Rolls days up again from their facts, dirty or not, a month at a time: the very job that follows a change, so it is safe beside
/// running workers and changes nothing where all is right. The months' blobs are made anew with their days, and a rebuild to the
/// end of time ends with the first orders, which are made from all days.
/// </summary>
public sealed class Rebuild(RollUp rollUp, FactReader facts, RollupStore rollups, MonthStore months, FirstOrderRepair firstOrders, TimeProvider clock)
{
    /// <param name="to">Included; <see cref="DateOnly.MaxValue"/> for everything.</param>
    /// <param name="limit">No month begins after it, the first one excepted; null for all the time it takes.</param>
    public async Task<RebuildOutcome> RunAsync(DateOnly from, DateOnly to, TimeSpan? limit, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var outcome = RollUpOutcome.None;
        DateOnly? next = from;
        while (next is { } open && await FirstDayAsync(open, to, cancellationToken) is { } day)
        {
            if (outcome.DaysRebuilt > 0 && clock.GetElapsedTime(start) >= limit)
            {
                return await EndAsync(outcome, to, day, cancellationToken);
            }

            var month = Period.MonthOf(day);
            var (first, last) = (open > month.Start ? open : month.Start, to < month.LastDay ? to : month.LastDay);
            outcome += await rollUp.RebuildAsync([.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)], cancellationToken);
            await months.MarkAsync(month.Start, cancellationToken);
            progress?.Report(new JobProgress("rebuild", $"{month}, days", outcome.DaysRebuilt, null));
            next = last < to ? last.AddDays(1) : null;
        }

        return await EndAsync(outcome, to, null, cancellationToken);
    }

    /// <summary>What is made from days follows them: the months at any end, the first orders when all days are done.</summary>
    private async Task<RebuildOutcome> EndAsync(RollUpOutcome outcome, DateOnly to, DateOnly? next, CancellationToken cancellationToken)
    {
        await rollUp.FollowMonthsAsync(cancellationToken);
        var customers = next is null && to == DateOnly.MaxValue ? await firstOrders.RunAsync(cancellationToken) : 0;
        return new RebuildOutcome(outcome, customers, next);
    }

    /// <summary>The first day that has a fact or a rollup: years without either cost nothing.</summary>
    private async Task<DateOnly?> FirstDayAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var ofFacts = await facts.FirstDayAsync(from, to, cancellationToken);
        var ofRollups = await rollups.FirstDayAsync(from, cancellationToken);
        return ofRollups is { } rollup && rollup <= to && !(ofFacts <= rollup) ? rollup : ofFacts;
    }
}

/// <param name="FirstOrders">Customers whose first order was put right.</param>
/// <param name="Next">Where to go on; null when all is done.</param>
public sealed record RebuildOutcome(RollUpOutcome RolledUp, int FirstOrders, DateOnly? Next);
