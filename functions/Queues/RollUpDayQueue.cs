using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>One day to roll up.</summary>
public sealed class RollUpDayQueue(QueuedWork work)
{
    [Function(nameof(RollUpDayQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.RollUpQueue, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.RollUpAsync(message, cancellationToken);
}
