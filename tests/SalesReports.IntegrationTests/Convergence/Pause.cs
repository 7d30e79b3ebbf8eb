using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Holds a worker right before the first request of a kind for as long as a test wants: a worker that fell asleep in the worst place.</summary>
internal sealed class Pause(Func<Request, bool> where) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;

    /// <summary>Ends when the worker sleeps.</summary>
    public Task Reached => _reached.Task;

    /// <summary>A worker that sleeps before it writes to a table whose name ends so.</summary>
    public static Pause BeforeWriting(string table) => new(request => IsTransaction(request, table));

    /// <summary>A worker that sleeps when it has read facts, before it does anything to the days.</summary>
    public static Pause AfterFacts()
    {
        var seen = false;
        return new(request =>
        {
            seen = seen || request.Uri.Query.Contains("f~", StringComparison.Ordinal);
            return seen && request.Uri.Path.Contains("rollups", StringComparison.Ordinal) && !request.Uri.Query.Contains("f~", StringComparison.Ordinal);
        });
    }

    /// <summary>A worker that sleeps before it writes a blob of a container whose name ends so.</summary>
    public static Pause BeforeBlob(string container) => new(request => request.Method == RequestMethod.Put && request.Uri.Path.Contains(container + "/2", StringComparison.Ordinal));

    public static bool IsTransaction(Request request, string table) =>
        request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Body(request).Contains(table, StringComparison.Ordinal);

    public void Release() => _released.TrySetResult();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The product asks storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (where(message.Request) && Interlocked.Exchange(ref _held, 1) == 0)
        {
            _reached.SetResult();
            await _released.Task.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
    }

    private static string Body(Request request)
    {
        using var content = new MemoryStream();
        request.Content!.WriteTo(content, CancellationToken.None);
        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }
}
