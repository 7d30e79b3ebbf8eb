using SalesReports.Calendar;

namespace SalesReports.Jobs;

/// <summary>What the timers wake: they only say "now", the clock and the calendar decide.</summary>
public sealed class ScheduledWork
{
    /// <summary>Queues a pull of every configured source.</summary>
    public Task PullAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Queues a rollup for every dirty day.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Queues the last complete period of the kind when it is due and not yet built.</summary>
    public Task BuildDueAsync(PeriodKind kind, CancellationToken cancellationToken) => throw new NotSupportedException();
}
