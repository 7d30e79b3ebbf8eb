using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// Remembers which shards held nothing when an import first came to them, so that the rest of it does not look there in vain.
/// A hint and no guard: should a row be there after all, adding it fails and the fact is looked up.
/// </summary>
internal sealed class EmptyShards
{
    private readonly ConcurrentDictionary<(string Table, string Shard), Seen> _seen = new();

    /// <summary>True when this import has found the shard empty before.</summary>
    public bool WasEmpty(TableClient table, string shard, string source, ImportNumber import) =>
        _seen.TryGetValue((table.Name, shard), out var seen) && seen == new Seen(source, import.Sequence, WasEmpty: true);

    /// <summary>Looks once an import whether the shard holds anything, days and pointers alike.</summary>
    public async Task LookAsync(TableClient table, string shard, string source, ImportNumber import, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue((table.Name, shard), out var seen) && (seen.Source, seen.Import) == (source, import.Sequence))
        {
            return;
        }

        var any = false;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard}");
        await foreach (var _ in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            any = true;
            break;
        }

        _seen[(table.Name, shard)] = new Seen(source, import.Sequence, !any);
    }

    private sealed record Seen(string Source, long Import, bool WasEmpty);
}
