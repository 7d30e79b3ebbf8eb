using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Rollups;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>What the timers wake: they only say "now", the clock and the calendar decide. Late or repeated ticks change nothing.</summary>
public sealed partial class ScheduledWork(
    PullSources pull,
    RollUp rollUp,
    RollupStore rollups,
    ReportStore reports,
    WorkQueues queues,
    BusinessZone zone,
    ScheduleOptions schedule,
    TimeProvider clock,
    ILogger<ScheduledWork> logger)
{
    /// <summary>Queues a pull of every configured source.</summary>
    public async Task PullAllAsync(CancellationToken cancellationToken)
    {
        foreach (var source in pull.Names)
        {
            await queues.PullAsync(source, PullWindow.Everything, cancellationToken);
        }
    }

    /// <summary>Rolls up every dirty day: the guarantee behind the messages.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => rollUp.SweepAsync(null, cancellationToken);

    /// <summary>
    /// Queues the last complete period of the kind when it is due and has no report yet. A period in which no source had anything
    /// is held: an empty report is never mailed by itself.
    /// </summary>
    public async Task BuildDueAsync(PeriodKind kind, CancellationToken cancellationToken)
    {
        var period = Period.LastCompleteBy(kind, zone.Today(clock));
        if (clock.GetUtcNow() < DueAt(period) || await reports.FindAsync(period, "company", null, cancellationToken) is not null)
        {
            return;
        }

        if (!(await rollups.FirstDayAsync(period.Start, cancellationToken) < period.End))
        {
            LogSilent(period.Name);
            return;
        }

        LogDue(period.Name);
        await queues.BuildAsync(period, cancellationToken);
    }

    /// <summary>A weekly report is due on the Monday after, a monthly one on the 2nd, at the same hour of the business zone.</summary>
    private DateTimeOffset DueAt(Period period)
    {
        var day = period.Kind == PeriodKind.Weekly ? period.End : period.End.AddDays(1);
        return zone.InstantOf(day.ToDateTime(schedule.DueTime));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Period} is due")]
    private partial void LogDue(string period);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} is due, but no source has a single fact in it: held")]
    private partial void LogSilent(string period);
}

/// <summary>When reports are due; read from the configuration's root.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Wall-clock time in the business zone.</summary>
    public TimeOnly DueTime { get; init; } = new(7, 0);
}
