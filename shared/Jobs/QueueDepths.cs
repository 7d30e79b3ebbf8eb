using System.Collections.Concurrent;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>About how many messages a queue holds, those in work included.</summary>
public sealed class QueueDepths(Tables storage, TimeProvider clock)
{
    /// <summary>How long a count is good enough for deciding whether to add a hint.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Depth> _known = new(StringComparer.Ordinal);

    /// <summary>Asks storage.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        var client = await storage.QueueAsync(queue, cancellationToken);
        var count = (await client.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        _known[queue] = new Depth(clock.GetTimestamp(), count);
        return count;
    }

    /// <summary>As storage said within the last seconds, and what this process added since.</summary>
    public async Task<int> AboutAsync(string queue, CancellationToken cancellationToken) =>
        _known.TryGetValue(queue, out var depth) && clock.GetElapsedTime(depth.At) < Kept ? depth.Count : await CountAsync(queue, cancellationToken);

    /// <summary>A burst of messages must count before storage is asked again.</summary>
    public void Added(string queue)
    {
        if (_known.TryGetValue(queue, out var depth))
        {
            _known.TryUpdate(queue, depth with { Count = depth.Count + 1 }, depth);
        }
    }

    private sealed record Depth(long At, int Count);
}
