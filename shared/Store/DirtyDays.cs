using Azure;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>The outbox of days whose facts changed since their rollup was made.</summary>
public sealed class DirtyDays(Tables tables, StorageOptions options)
{
    private const int MostActions = 100;

    /// <summary>Every marker in <c>[from, to]</c>, of all kinds and shards.</summary>
    public async Task<IReadOnlyList<DirtyMarker>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var markers = new List<DirtyMarker>();
        foreach (var kind in FilingRules.RolledUp)
        {
            var table = await tables.FactsAsync(kind, cancellationToken);
            for (var number = 0; number < options.Shards; number++)
            {
                var (shard, first, last) = (FactKeys.Shard(number), FactKeys.Marker(FactKeys.Day(from)), FactKeys.Marker(FactKeys.Day(to)));
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {first} and RowKey le {last}");
                await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
                {
                    markers.Add(new DirtyMarker(kind, shard, FactKeys.DayOf(entity.RowKey[2..]), entity.ETag));
                }
            }
        }

        return markers;
    }

    /// <summary>Deletes markers as they were read; one that was set again meanwhile stays.</summary>
    public async Task ClearAsync(IEnumerable<DirtyMarker> markers, CancellationToken cancellationToken)
    {
        foreach (var group in markers.GroupBy(marker => (marker.Kind, marker.Shard)))
        {
            var table = await tables.FactsAsync(group.Key.Kind, cancellationToken);
            foreach (var some in group.Chunk(MostActions))
            {
                await ClearAsync(table, some, cancellationToken);
            }
        }
    }

    private static async Task ClearAsync(TableClient table, IReadOnlyCollection<DirtyMarker> markers, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(markers.Select(Delete), cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412 && markers.Count > 1)
        {
            // One of them was set again: the others can still go, each for itself.
            foreach (var marker in markers)
            {
                await ClearAsync(table, [marker], cancellationToken);
            }
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            // Set again or already cleared by another worker: the marker that is there now has its own rollup to come.
        }
    }

    private static TableTransactionAction Delete(DirtyMarker marker) =>
        new(TableTransactionActionType.Delete, new TableEntity(marker.Shard, FactKeys.Marker(FactKeys.Day(marker.Day))), marker.ETag);
}

/// <summary>A day that some shard of a kind asks to be rolled up again.</summary>
public sealed record DirtyMarker(FactKind Kind, string Shard, DateOnly Day, ETag ETag);
