using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every quarter of an hour: is the volume alarm of yesterday due? The calendar decides, not the timer.</summary>
public sealed class VolumeAlarmTimer(ScheduledWork work)
{
    [Function(nameof(VolumeAlarmTimer))]
    public Task RunAsync([TimerTrigger("45 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.SendAlarmsAsync(cancellationToken);
}
