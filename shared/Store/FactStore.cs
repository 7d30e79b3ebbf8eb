using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// Writes facts so that repeating, reordering or racing ends in the same rows, and marks the days they touch in the same
/// transaction. Source: storage.md, facts.
/// </summary>
public sealed class FactStore(Tables tables, ShardCount shards)
{
    /// <summary>More writers bring nothing on one machine; Azure spreads shards over servers.</summary>
    private const int Writers = 4;

    private readonly EmptyShards _empty = new();

    /// <summary>Writes a batch of one kind; ten to twenty thousand facts at a time are cheapest.</summary>
    /// <param name="facts">Distinct by source and id.</param>
    /// <exception cref="Azure.RequestFailedException">Storage is down or full; what was committed stays, writing again converges.</exception>
    public async Task<WriteResult> WriteAsync(FactKind kind, IReadOnlyCollection<Fact> facts, ImportNumber import, CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var count = await shards.GetAsync(cancellationToken);
        var results = new List<WriteResult>();
        var byShard = facts
            .GroupBy(fact => FactKeys.Shard(fact.Source, fact.Id, count), StringComparer.Ordinal)
            .Select(group => new ShardWriter(table, group.Key, kind, group, import, _empty));
        await Parallel.ForEachAsync(byShard, new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken }, async (writer, token) =>
        {
            var result = await writer.WriteAsync(token);
            lock (results)
            {
                results.Add(result);
            }
        });
        return WriteResult.Sum(results);
    }
}

/// <param name="Written">New or changed facts.</param>
/// <param name="Stale">Facts older than what is stored.</param>
/// <param name="Days">Days that were marked for rollup.</param>
public sealed record WriteResult(long Written, long Unchanged, long Stale, IReadOnlySet<DateOnly> Days)
{
    public static WriteResult Sum(IReadOnlyCollection<WriteResult> results) => new(
        results.Sum(r => r.Written), results.Sum(r => r.Unchanged), results.Sum(r => r.Stale), results.SelectMany(r => r.Days).ToHashSet());
}
