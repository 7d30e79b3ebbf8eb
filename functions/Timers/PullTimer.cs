using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every hour: pull every source.</summary>
public sealed class PullTimer(ScheduledWork work)
{
    [Function(nameof(PullTimer))]
    public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.PullAllAsync(cancellationToken);
}
