using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Rebuilds the rollups of dirty days. The order of the steps makes it safe: the rollup's ETag first, then the markers, then the
/// facts; the rollup is written only if nobody else did, and a marker goes only if it was not set again. Source: storage.md, rollups.
/// </summary>
public sealed partial class RollUp(
    FactReader facts,
    DirtyDays dirtyDays,
    RollupStore rollups,
    MonthStore months,
    FirstOrderIndex firstOrders,
    BusinessZone zone,
    TimeProvider clock,
    ILogger<RollUp> logger)
{
    /// <summary>Days that are added up before they are written.</summary>
    private const int DaysWritten = 30;

    /// <summary>A day that others keep writing is left to the next sweep after this many tries; its marker stays.</summary>
    private const int Attempts = 5;

    /// <summary>Only one worker at a time brings the first orders up; one that loses finds less and less left to do.</summary>
    private const int CatchUpAttempts = 20;

    /// <summary>All dirty days at once: the sweep that guarantees what messages only hint at.</summary>
    public async Task<RollUpOutcome> SweepAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var dirty = await DirtyDaysAsync(cancellationToken);
        var outcome = RollUpOutcome.None;
        foreach (var (from, to) in DayRanges.Of(dirty))
        {
            outcome += await RangeAsync(from, to, dirty.Where(day => day >= from && day <= to).ToHashSet(), rollups.ReadVersionsAsync, cancellationToken);
            progress?.Report(new JobProgress("roll up", "days", outcome.DaysRebuilt, dirty.Count));
        }

        await CatchUpAsync(cancellationToken);
        await FollowMonthsAsync(cancellationToken);
        LogRolledUp(outcome.DaysRebuilt, outcome.DaysChanged);
        return outcome;
    }

    /// <summary>One day, dirty or not.</summary>
    public Task<RollUpOutcome> DayAsync(DateOnly day, CancellationToken cancellationToken) => DaysAsync([day], cancellationToken);

    /// <summary>These days, dirty or not; what follows from days rolled up earlier is made good even when there are none.</summary>
    /// <param name="days">Distinct, ascending.</param>
    public Task<RollUpOutcome> DaysAsync(IReadOnlyList<DateOnly> days, CancellationToken cancellationToken) =>
        DaysAsync(days, rollups.ReadVersionsAsync, cancellationToken);

    /// <summary>The same, and rows that a slip of the hand changed or took away are put right as well.</summary>
    /// <inheritdoc cref="DaysAsync(IReadOnlyList{DateOnly}, CancellationToken)"/>
    public Task<RollUpOutcome> RebuildAsync(IReadOnlyList<DateOnly> days, CancellationToken cancellationToken) =>
        DaysAsync(days, rollups.InspectAsync, cancellationToken);

    /// <summary>Makes the closed months anew whose days changed: once behind many days, as each takes all of its days.</summary>
    public Task FollowMonthsAsync(CancellationToken cancellationToken) => months.CatchUpAsync(zone.Today(clock), cancellationToken);

    /// <summary>The days that wait for a rollup, ascending.</summary>
    public async Task<IReadOnlyList<DateOnly>> DirtyDaysAsync(CancellationToken cancellationToken)
    {
        var markers = await dirtyDays.ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
        return [.. markers.Select(marker => marker.Day).Distinct().Order()];
    }

    private async Task<RollUpOutcome> DaysAsync(IReadOnlyList<DateOnly> days, ReadDays read, CancellationToken cancellationToken)
    {
        var outcome = RollUpOutcome.None;
        foreach (var (from, to) in DayRanges.Of(days))
        {
            outcome += await RangeAsync(from, to, days.Where(day => day >= from && day <= to).ToHashSet(), read, cancellationToken);
        }

        await CatchUpAsync(cancellationToken);
        return outcome;
    }

    private async Task<RollUpOutcome> RangeAsync(DateOnly from, DateOnly to, IReadOnlySet<DateOnly> days, ReadDays read, CancellationToken cancellationToken)
    {
        var changed = 0;
        var open = days;
        for (var attempt = 0; open.Count > 0 && attempt < Attempts; attempt++)
        {
            var before = await read(from, to, cancellationToken);
            var markers = (await dirtyDays.ReadAsync(from, to, cancellationToken)).Where(marker => open.Contains(marker.Day)).ToList();
            var settling = markers.Select(marker => marker.Day).ToHashSet();
            var lost = new HashSet<DateOnly>();
            await foreach (var some in BuiltAsync(from, to, open, cancellationToken))
            {
                var write = await rollups.WriteAsync([.. some.Select(day => (day, before.GetValueOrDefault(day.Day)))], settling, cancellationToken);
                changed += write.Changed;
                lost.UnionWith(write.Lost);
            }

            await dirtyDays.ClearAsync(markers.Where(marker => !lost.Contains(marker.Day)), cancellationToken);
            open = lost;
        }

        return new RollUpOutcome(days.Count - open.Count, changed);
    }

    /// <summary>The days added up from their facts, some at a time, so that a long range never stands in memory as a whole.</summary>
    private async IAsyncEnumerable<IReadOnlyList<BuiltDay>> BuiltAsync(
        DateOnly from, DateOnly to, IReadOnlySet<DateOnly> days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (built, left) = (new List<BuiltDay>(), new Queue<DateOnly>(days.Order()));
        var builder = new DayRollupBuilder(left.Peek());
        await foreach (var (day, fact) in facts.ReadDaysAsync(from, to, cancellationToken))
        {
            // Facts come day after day: what stands before this one is complete.
            while (left.TryPeek(out var next) && next < day)
            {
                Finish();
            }

            if (left.TryPeek(out var current) && current == day)
            {
                builder.Add(fact);
            }

            if (built.Count >= DaysWritten)
            {
                yield return built;
                built = [];
            }
        }

        while (left.Count > 0)
        {
            Finish();
        }

        yield return built;

        void Finish()
        {
            built.Add(builder.Build());
            left.Dequeue();
            if (left.TryPeek(out var next))
            {
                builder = new DayRollupBuilder(next);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await firstOrders.CatchUpAsync(cancellationToken);
                return;
            }
            catch (Azure.RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412 && attempt < CatchUpAttempts)
            {
                // Another worker moved the same customer; what is left is worked out anew from the rollups.
            }
        }
    }

    /// <summary>Reads the days as they were before, their locks first.</summary>
    private delegate Task<IReadOnlyDictionary<DateOnly, StoredDay>> ReadDays(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Rolled up {Days} days, {Changed} changed")]
    private partial void LogRolledUp(int days, int changed);
}

/// <param name="DaysRebuilt">Days read again.</param>
/// <param name="DaysChanged">Of these, the ones whose rollup came out different.</param>
public sealed record RollUpOutcome(int DaysRebuilt, int DaysChanged)
{
    public static RollUpOutcome None { get; } = new(0, 0);

    public static RollUpOutcome operator +(RollUpOutcome a, RollUpOutcome b) => new(a.DaysRebuilt + b.DaysRebuilt, a.DaysChanged + b.DaysChanged);
}
