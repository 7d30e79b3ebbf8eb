using SalesReports.Delivery;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>The watchdog: tells once, by an alert, of a report that should have gone out by now, whatever the reason.</summary>
public sealed class LateReports(AlertStore alerts, SendingRules rules, ReadinessGate gate, ScheduleOptions schedule, TimeProvider clock)
{
    /// <summary>What building and sending may take after the last moment to wait for sources.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task LookAsync(DueReport due, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < due.At + schedule.LatestSend + Patience || await rules.WaitingAsync(due.Period.Kind, cancellationToken) is null)
        {
            return;
        }

        var (late, silent) = (await gate.LateAsync(due.Period.End, cancellationToken), await gate.SilentAsync(due.Period, cancellationToken));
        var reason = "It was due, and nobody was sent it yet"
            + (silent.Count == 0 ? "" : $"; read, and gave nothing of it: {string.Join(", ", silent)}")
            + (late.Count == 0 ? "" : $"; not pulled past its end: {string.Join(", ", late)}") + ".";
        var work = WorkOf(due);
        await alerts.RaiseOnceAsync(new Alert(work.Id, work.Queue, work.Job, due.Period.Name, work.Body, AlertState.Open, 0, now, now, ErrorText.Of(reason)), cancellationToken);
    }

    /// <summary>It went out after all.</summary>
    public Task EndAsync(DueReport due, CancellationToken cancellationToken)
    {
        var work = WorkOf(due);
        return alerts.SettleAsync(work.Queue, work.Id, cancellationToken);
    }

    private static WorkItem WorkOf(DueReport due) => WorkItem.OfTimer($"send {due.Period.Name}");
}
