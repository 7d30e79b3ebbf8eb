using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>One window of one source to pull.</summary>
public sealed class PullWindowQueue(QueuedWork work)
{
    [Function(nameof(PullWindowQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.PullQueue, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.PullAsync(message, cancellationToken);
}
