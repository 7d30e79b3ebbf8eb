using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>One mail to one recipient.</summary>
public sealed class DeliverQueue(QueuedWork work)
{
    [Function(nameof(DeliverQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.DeliverQueue, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.DeliverAsync(message, cancellationToken);
}
