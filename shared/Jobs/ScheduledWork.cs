using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Rollups;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>What the timers wake: they only say "now", the clock and the calendar decide. Late or repeated ticks change nothing.</summary>
public sealed partial class ScheduledWork(
    PullSources pull,
    PullTurns turns,
    Sweep sweep,
    RollupStore rollups,
    ReportStore reports,
    WorkQueues queues,
    QueueDepths depths,
    WorkFailures failures,
    BusinessZone zone,
    ScheduleOptions schedule,
    TimeProvider clock,
    ILogger<ScheduledWork> logger)
{
    /// <summary>Queues a pull of every configured source, those left out whose last pull is still on its way.</summary>
    public Task PullAllAsync(CancellationToken cancellationToken) => TryAsync("queue pulls", async () =>
    {
        var queued = await depths.CountAsync(WorkQueues.PullQueue, cancellationToken);
        foreach (var source in pull.Names)
        {
            var now = clock.GetUtcNow();
            if (await turns.TryTakeAsync(source, now, since => PullTurn.MayTake(since, queued, now), cancellationToken))
            {
                await queues.PullAsync(source, PullWindow.Everything, cancellationToken);
            }
            else
            {
                LogStillPulling(source);
            }
        }
    }, cancellationToken);

    /// <summary>Rolls up dirty days for some minutes: the guarantee behind the messages.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => TryAsync("sweep", () => sweep.RunAsync(Sweep.Limit, cancellationToken), cancellationToken);

    /// <summary>
    /// Queues the last complete period of the kind when it is due and has no report yet. A period in which no source had anything
    /// is held: an empty report is never mailed by itself.
    /// </summary>
    public Task BuildDueAsync(PeriodKind kind, CancellationToken cancellationToken) => TryAsync(kind == PeriodKind.Weekly ? "queue weekly report" : "queue monthly report", async () =>
    {
        var period = Period.LastCompleteBy(kind, zone.Today(clock));
        if (clock.GetUtcNow() < DueAt(period) || await reports.FindAsync(period, ScopeName.Company, null, cancellationToken) is not null)
        {
            return;
        }

        if (!(await rollups.FirstDayAsync(period.Start, cancellationToken) < period.End))
        {
            LogSilent(period.Name);
            return;
        }

        LogDue(period.Name);
        await queues.HintBuildAsync(period, cancellationToken);
    }, cancellationToken);

    private Task TryAsync(string job, Func<Task> work, CancellationToken cancellationToken) => failures.TryAsync(WorkItem.OfTimer(job), work, cancellationToken);

    /// <summary>A weekly report is due on the Monday after, a monthly one on the 2nd, at the same hour of the business zone.</summary>
    private DateTimeOffset DueAt(Period period)
    {
        var day = period.Kind == PeriodKind.Weekly ? period.End : period.End.AddDays(1);
        return zone.InstantOf(day.ToDateTime(schedule.DueTime));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Period} is due")]
    private partial void LogDue(string period);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} is not pulled again: its last pull is still queued or running")]
    private partial void LogStillPulling(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} is due, but no source has a single fact in it: held")]
    private partial void LogSilent(string period);
}

/// <summary>When reports are due; read from the configuration's root.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Wall-clock time in the business zone.</summary>
    public TimeOnly DueTime { get; init; } = new(7, 0);
}
