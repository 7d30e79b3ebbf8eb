namespace SalesReports.Jobs;

/// <summary>What the queues call: one message each, read, validated and done.</summary>
public sealed class QueuedWork
{
    public Task PullAsync(string message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RollUpAsync(string message, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Builds, then queues a delivery for each recipient.</summary>
    public Task BuildAsync(string message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeliverAsync(string message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
