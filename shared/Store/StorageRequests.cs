using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.Store;

/// <summary>Counts every request to storage, retries included: the cost of an operation is known, not guessed.</summary>
public sealed class StorageRequests : HttpPipelinePolicy
{
    private long _total;

    /// <summary>Requests sent since the process began.</summary>
    public long Total => Interlocked.Read(ref _total);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _total);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _total);
        return ProcessNextAsync(message, pipeline);
    }
}
