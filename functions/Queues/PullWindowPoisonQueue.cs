using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>A pull that was given up.</summary>
public sealed class PullWindowPoisonQueue(QueuedWork work)
{
    [Function(nameof(PullWindowPoisonQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.PullPoison, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.GiveUpAsync(WorkQueues.PullQueue, message, cancellationToken);
}
