using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every five minutes: roll up the days that a lost message left dirty.</summary>
public sealed class SweepTimer(ScheduledWork work)
{
    [Function(nameof(SweepTimer))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.SweepAsync(cancellationToken);
}
