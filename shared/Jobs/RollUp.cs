namespace SalesReports.Jobs;

/// <summary>Rebuilds the rollups of dirty days.</summary>
public sealed class RollUp
{
    /// <summary>All dirty days at once: the sweep that guarantees what messages only hint at.</summary>
    public Task<RollUpOutcome> SweepAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>One day, dirty or not.</summary>
    public Task<RollUpOutcome> DayAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The days that wait for a rollup, ascending.</summary>
    public Task<IReadOnlyList<DateOnly>> DirtyDaysAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <param name="DaysRebuilt">Days read again.</param>
/// <param name="DaysChanged">Of these, the ones whose rollup came out different.</param>
public sealed record RollUpOutcome(int DaysRebuilt, int DaysChanged);
