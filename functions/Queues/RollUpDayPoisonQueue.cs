using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>A roll-up that was given up.</summary>
public sealed class RollUpDayPoisonQueue(QueuedWork work)
{
    [Function(nameof(RollUpDayPoisonQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.RollUpPoison, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.GiveUpAsync(WorkQueues.RollUpQueue, message, cancellationToken);
}
