using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>Goes through what is stored of one source and kind: first the ids alone, then the facts that are asked for.</summary>
public sealed class FiledFacts(Tables tables, ShardCount shards)
{
    /// <summary>A table filter holds fifteen comparisons; one is the partition.</summary>
    private const int KeysPerQuery = 14;

    /// <summary>Every fact that was not taken back, once, in no particular order.</summary>
    /// <param name="days">Only what is filed first under one of these, both ends included; null leaves dated facts out.</param>
    /// <param name="undated">Also what is filed under no day, be it open or not.</param>
    public async IAsyncEnumerable<FiledFact> ListAsync(
        FactKind kind, string source, (DateOnly From, DateOnly To)? days, bool undated, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        List<(string First, string Last)> ranges = undated ? [(FactKeys.Undated, FactKeys.Undated), (FactKeys.Open, FactKeys.Open)] : [];
        ranges.AddRange(days is { } dated ? [(FactKeys.Day(dated.From), FactKeys.Day(dated.To))] : []);
        foreach (var shard in Enumerable.Range(0, await shards.GetAsync(cancellationToken)).Select(FactKeys.Shard))
        {
            foreach (var (from, to) in ranges.Select(range => ($"f~{range.First}~", $"f~{range.Last}\u007f")))
            {
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to} and source eq {source} and deleted eq false");
                string[] columns = ["PartitionKey", "RowKey", "id", FactRow.SequenceColumn, FactRow.DaysColumn];
                await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
                {
                    if (row.RowKey.AsSpan(2).StartsWith(FactRow.DaysIn(row)[0], StringComparison.Ordinal))
                    {
                        yield return new FiledFact(FactRow.TextOf(row, "id"), row.GetInt64(FactRow.SequenceColumn) ?? 0, shard, row.RowKey);
                    }
                }
            }
        }
    }

    /// <summary>The facts as they are now; one that moved or went meanwhile is left out.</summary>
    public async Task<IReadOnlyList<Fact>> ReadAsync(FactKind kind, IEnumerable<FiledFact> filed, CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var facts = new List<Fact>();
        foreach (var some in filed.GroupBy(fact => fact.Shard, StringComparer.Ordinal).SelectMany(shard => shard.Chunk(KeysPerQuery)))
        {
            var anyOf = string.Join(" or ", some.Select(fact => TableClient.CreateQueryFilter($"RowKey eq {fact.RowKey}")));
            await foreach (var row in table.QueryAsync<TableEntity>($"{TableClient.CreateQueryFilter($"PartitionKey eq {some[0].Shard}")} and ({anyOf})", cancellationToken: cancellationToken))
            {
                facts.Add(FactRow.FromEntity(kind, row));
            }
        }

        return facts;
    }
}

/// <summary>A stored fact without its content.</summary>
/// <param name="Sequence">Number of the import that wrote it last.</param>
public sealed record FiledFact(string Id, long Sequence, string Shard, string RowKey);
