using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>A report that could not be built.</summary>
public sealed class BuildReportPoisonQueue(QueuedWork work)
{
    [Function(nameof(BuildReportPoisonQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.BuildPoison, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.GiveUpAsync(WorkQueues.BuildQueue, message, cancellationToken);
}
