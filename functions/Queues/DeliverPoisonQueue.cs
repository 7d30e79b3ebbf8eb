using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>A mail that could not be sent.</summary>
public sealed class DeliverPoisonQueue(QueuedWork work)
{
    [Function(nameof(DeliverPoisonQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.DeliverPoison, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.GiveUpAsync(WorkQueues.DeliverQueue, message, cancellationToken);
}
