using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.Store;

/// <summary>Counts every request to storage and the bytes of content both ways, retries included: the cost of an operation is known, not guessed.</summary>
public sealed class StorageRequests : HttpPipelinePolicy
{
    private long _total;
    private long _bytes;

    /// <summary>Requests sent since the process began.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Content sent and received since the process began, without headers.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CountSent(message);
        ProcessNext(message, pipeline);
        CountReceived(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CountSent(message);
        await ProcessNextAsync(message, pipeline);
        CountReceived(message);
    }

    private void CountSent(HttpMessage message)
    {
        Interlocked.Increment(ref _total);
        if (message.Request.Content?.TryComputeLength(out var length) == true)
        {
            Interlocked.Add(ref _bytes, length);
        }
    }

    /// <summary>Tables come chunked and buffered, so their length is the buffer's; large blobs are streamed and say theirs.</summary>
    private void CountReceived(HttpMessage message)
    {
        if (message.HasResponse)
        {
            var content = message.Response.ContentStream;
            Interlocked.Add(ref _bytes, content is { CanSeek: true } ? content.Length : message.Response.Headers.ContentLength ?? 0);
        }
    }
}
