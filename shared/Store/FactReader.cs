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

    /// <summary>
    /// Each fact that is filed under a day of <c>[from, end)</c>, once, in no particular order, deleted ones included where they
    /// are kept. One range scan a shard.
    /// </summary>
    public Task<IReadOnlyList<StoredFact<T>>> ReadBetweenAsync<T>(FactKind kind, DateOnly from, DateOnly end, CancellationToken cancellationToken)
        where T : Fact => ReadFiledAsync<T>(kind, FactKeys.Day(from), FactKeys.Day(end.AddDays(-1)), cancellationToken);

    /// <summary>Each opportunity that was created, moved, closed or removed on <paramref name="from"/> or later, or is open now.</summary>
    public Task<IReadOnlyList<StoredFact<Opportunity>>> ReadDealsAsync(DateOnly from, CancellationToken cancellationToken) =>
        ReadFiledAsync<Opportunity>(FactKind.Opportunities, FactKeys.Day(from), FactKeys.Open, cancellationToken);

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

    private async Task<IReadOnlyList<StoredFact<T>>> ReadFiledAsync<T>(FactKind kind, string firstDay, string lastDay, CancellationToken cancellationToken)
        where T : Fact
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var found = new IReadOnlyList<StoredFact<T>>[await shards.GetAsync(cancellationToken)];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, found.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (shard, token) =>
            {
                var facts = new Dictionary<(string Source, string Id), StoredFact<T>>();
                await foreach (var entity in Range(table, FactKeys.Shard(shard), firstDay, lastDay, token))
                {
                    // A fact that is filed under several days is the same in each.
                    var key = (entity.GetString("source"), entity.GetString("id"));
                    if (!facts.ContainsKey(key))
                    {
                        facts[key] = StoredFact<T>.In(entity);
                    }
                }

                found[shard] = [.. facts.Values];
            });
        return [.. found.SelectMany(facts => facts)];
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
