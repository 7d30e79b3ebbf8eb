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
    SendingRules rules,
    ReadinessGate gate,
    LateReports watchdog,
    SettleDeliveries settle,
    SendAlarms alarms,
    OldRows oldRows,
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
    /// Queues the period of the kind that is due, when it has no report yet or nobody was sent it. A period in which no source had
    /// anything is held: an empty report is never mailed by itself. So is one whose sources are late, until they come or it is time.
    /// </summary>
    public Task BuildDueAsync(PeriodKind kind, CancellationToken cancellationToken) => TryAsync(kind == PeriodKind.Weekly ? "queue weekly report" : "queue monthly report", async () =>
    {
        var due = DueCalendar.Latest(kind, clock.GetUtcNow(), zone, schedule);
        await watchdog.LookAsync(due, cancellationToken);
        var waits = await rules.WaitingAsync(kind, cancellationToken) is not null;
        if (!waits && await reports.FindAsync(due.Period, ScopeName.Company, null, cancellationToken) is not null)
        {
            return;
        }

        if (!(await rollups.FirstDayAsync(due.Period.Start, cancellationToken) < due.Period.End))
        {
            LogSilent(due.Period.Name);
            return;
        }

        if (waits && await gate.IsClosedAsync(due, cancellationToken))
        {
            return;
        }

        LogDue(due.Period.Name);
        await queues.HintBuildAsync(due.Period, cancellationToken);
    }, cancellationToken);

    /// <summary>Carries on the deliveries that a dead worker or a lost message left, and once a day deletes what was only kept for some time.</summary>
    public Task SettleDeliveriesAsync(CancellationToken cancellationToken) => TryAsync("settle deliveries", async () =>
    {
        await settle.RunAsync(cancellationToken);
        await oldRows.ForgetAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Looks at the accounts of the last complete day, once, and queues what their owners must know.</summary>
    public Task SendAlarmsAsync(CancellationToken cancellationToken) => TryAsync("send volume alarm", () => alarms.RunAsync(cancellationToken), cancellationToken);

    private Task TryAsync(string job, Func<Task> work, CancellationToken cancellationToken) => failures.TryAsync(WorkItem.OfTimer(job), work, cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Period} is due")]
    private partial void LogDue(string period);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} is not pulled again: its last pull is still queued or running")]
    private partial void LogStillPulling(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} is due, but no source has a single fact in it: held")]
    private partial void LogSilent(string period);
}
