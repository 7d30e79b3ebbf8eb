using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>The outbox of days whose facts changed since their rollup was made.</summary>
public sealed class DirtyDays(Tables tables, ShardCount shards)
{
    /// <summary>Requests in flight at once.</summary>
    private const int Readers = 4;

    /// <summary>Every marker in <c>[from, to]</c>, of all kinds and shards.</summary>
    public async Task<IReadOnlyList<DirtyMarker>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var count = await shards.GetAsync(cancellationToken);
        var places = FilingRules.RolledUp.SelectMany(kind => Enumerable.Range(0, count).Select(shard => (Kind: kind, Shard: FactKeys.Shard(shard))));
        var markers = new ConcurrentBag<DirtyMarker>();
        await Parallel.ForEachAsync(places, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken }, async (place, token) =>
        {
            var table = await tables.FactsAsync(place.Kind, token);
            var (shard, first, last) = (place.Shard, FactKeys.Marker(FactKeys.Day(from)), FactKeys.Marker(FactKeys.Day(to)));
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {first} and RowKey le {last}");
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: token))
            {
                markers.Add(new DirtyMarker(place.Kind, shard, FactKeys.DayOf(entity.RowKey[2..]), entity.ETag));
            }
        });
        return [.. markers];
    }

    /// <summary>Deletes markers as they were read; one that was set again meanwhile stays and has its own rollup to come.</summary>
    public async Task ClearAsync(IEnumerable<DirtyMarker> markers, CancellationToken cancellationToken)
    {
        foreach (var group in markers.GroupBy(marker => (marker.Kind, marker.Shard)))
        {
            var table = await tables.FactsAsync(group.Key.Kind, cancellationToken);
            await GuardedDelete.RunAsync(table, group.Select(marker => (marker.Shard, FactKeys.Marker(FactKeys.Day(marker.Day)), marker.ETag)), cancellationToken);
        }
    }
}

/// <summary>A day that some shard of a kind asks to be rolled up again.</summary>
public sealed record DirtyMarker(FactKind Kind, string Shard, DateOnly Day, ETag ETag);
