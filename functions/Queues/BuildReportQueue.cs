using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Queues;

/// <summary>One report to build.</summary>
public sealed class BuildReportQueue(QueuedWork work)
{
    [Function(nameof(BuildReportQueue))]
    public Task RunAsync([QueueTrigger(WorkQueues.BuildQueue, Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        work.BuildAsync(message, cancellationToken);
}
