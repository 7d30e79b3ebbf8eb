using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>Reads stored facts back: dated ones by range of days, master data whole.</summary>
public sealed class FactReader(Tables tables, ShardCount shards)
{
    /// <summary>Requests in flight at once.</summary>
    private const int Readers = 4;

    /// <summary>
    /// The facts that days are rolled up from, filed under <c>[from, to]</c>, day after day, in no particular order within one; an
    /// opportunity comes once for each of its days in the range. One range scan a shard and kind, however many days, and no more
    /// than a page of each in memory.
    /// </summary>
    public async IAsyncEnumerable<(DateOnly Day, Fact Fact)> ReadDaysAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var streams = new DayStreams();
        var count = await shards.GetAsync(cancellationToken);
        foreach (var kind in FilingRules.RolledUp)
        {
            var table = await tables.FactsAsync(kind, cancellationToken);
            for (var shard = 0; shard < count; shard++)
            {
                streams.Add(kind, Range(table, FactKeys.Shard(shard), FactKeys.Day(from), FactKeys.Day(to), cancellationToken));
            }
        }

        await foreach (var (kind, entity) in streams.ByDayAsync(cancellationToken))
        {
            yield return (FactKeys.DayOf(FactKeys.DayIn(entity.RowKey)), FactRow.FromEntity(kind, entity));
        }
    }

    /// <summary>The first day in <c>[from, to]</c> that a rolled-up fact is filed under; null without any.</summary>
    public async Task<DateOnly?> FirstDayAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        DateOnly? first = null;
        var count = await shards.GetAsync(cancellationToken);
        foreach (var kind in FilingRules.RolledUp)
        {
            var table = await tables.FactsAsync(kind, cancellationToken);
            for (var number = 0; number < count; number++)
            {
                // Beyond the earliest one known so far nothing is looked for.
                var (shard, after, until) = (FactKeys.Shard(number), $"f~{FactKeys.Day(from)}~", $"f~{FactKeys.Day(first ?? to)}\u007f");
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {after} and RowKey lt {until}");
                await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, ["RowKey"], cancellationToken))
                {
                    // What is open stands behind all days, under none of them.
                    var day = FactKeys.DayIn(entity.RowKey);
                    first = day == FactKeys.Open ? first : FactKeys.DayOf(day);
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>All facts of a kind of master data, deleted ones left out, in no particular order.</summary>
    public async Task<IReadOnlyList<StoredFact<T>>> ReadAllAsync<T>(FactKind kind, CancellationToken cancellationToken)
        where T : Fact
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var facts = new List<StoredFact<T>>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var fact = StoredFact<T>.In(entity);
            if (!fact.Fact.Deleted)
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    /// <summary>Each opportunity that is open now, in no particular order. One range scan a shard.</summary>
    public async Task<IReadOnlyList<StoredFact<Opportunity>>> ReadOpenDealsAsync(CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(FactKind.Opportunities, cancellationToken);
        var found = new IReadOnlyList<StoredFact<Opportunity>>[await shards.GetAsync(cancellationToken)];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, found.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (shard, token) =>
            {
                var open = new List<StoredFact<Opportunity>>();
                await foreach (var entity in Range(table, FactKeys.Shard(shard), FactKeys.Open, FactKeys.Open, token))
                {
                    open.Add(StoredFact<Opportunity>.In(entity));
                }

                found[shard] = open;
            });
        return [.. found.SelectMany(open => open)];
    }

    /// <summary>The ids of a kind of master data, deleted ones left out.</summary>
    public async Task<IReadOnlyCollection<string>> ReadIdsAsync(FactKind kind, CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entity in table.QueryAsync<TableEntity>("deleted eq false", select: ["id"], cancellationToken: cancellationToken))
        {
            ids.Add(entity.GetString("id"));
        }

        return ids;
    }

    /// <summary>Published rates of <c>[from, to]</c>; a shorter read than all of them.</summary>
    public async Task<IReadOnlyList<StoredFact<DailyRate>>> ReadRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(FactKind.Rates, cancellationToken);
        var (first, last) = (from.ToString("O", CultureInfo.InvariantCulture), to.ToString("O", CultureInfo.InvariantCulture));
        var rates = new List<StoredFact<DailyRate>>();
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"day ge {first} and day le {last} and deleted eq false"), cancellationToken: cancellationToken))
        {
            rates.Add(StoredFact<DailyRate>.In(entity));
        }

        return rates;
    }

    private static IAsyncEnumerable<TableEntity> Range(TableClient table, string shard, string firstDay, string lastDay, CancellationToken cancellationToken)
    {
        var (from, to) = ($"f~{firstDay}~", $"f~{lastDay}\u007f");
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken);
    }
}

/// <param name="Hash">Of the content, without the time of its change: equal hashes mean equal facts.</param>
public sealed record StoredFact<T>(T Fact, string Hash)
    where T : Fact
{
    internal static StoredFact<T> In(TableEntity entity) => new(FactRow.FromEntity<T>(entity), entity.GetString(FactRow.HashColumn));
}
