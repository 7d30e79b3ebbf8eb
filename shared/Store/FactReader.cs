using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>Reads stored facts back: dated ones by range of days, master data whole.</summary>
public sealed class FactReader(Tables tables, ShardCount shards)
{
    /// <summary>
    /// The facts that days are rolled up from, filed under <c>[from, to]</c>, in no particular order; an opportunity comes once
    /// for each of its days in the range. One range scan a shard and kind, however many days.
    /// </summary>
    public async IAsyncEnumerable<(DateOnly Day, Fact Fact)> ReadDaysAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = await shards.GetAsync(cancellationToken);
        foreach (var kind in FilingRules.RolledUp)
        {
            var table = await tables.FactsAsync(kind, cancellationToken);
            for (var shard = 0; shard < count; shard++)
            {
                await foreach (var entity in Range(table, FactKeys.Shard(shard), FactKeys.Day(from), FactKeys.Day(to), cancellationToken))
                {
                    yield return (FactKeys.DayOf(entity.RowKey.Substring(2, 8)), FactRow.FromEntity(kind, entity));
                }
            }
        }
    }

    /// <summary>All facts of a kind of master data, deleted ones left out.</summary>
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(FactKind kind, CancellationToken cancellationToken)
        where T : Fact
    {
        var table = await tables.FactsAsync(kind, cancellationToken);
        var facts = new List<T>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var fact = FactRow.FromEntity<T>(entity);
            if (!fact.Deleted)
            {
                facts.Add(fact);
            }
        }

        return facts;
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

    /// <summary>Published rates from a day on; a shorter read than all of them.</summary>
    public async Task<IReadOnlyList<DailyRate>> ReadRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var table = await tables.FactsAsync(FactKind.Rates, cancellationToken);
        var (first, last) = (from.ToString("O", CultureInfo.InvariantCulture), to.ToString("O", CultureInfo.InvariantCulture));
        var rates = new List<DailyRate>();
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"day ge {first} and day le {last} and deleted eq false"), cancellationToken: cancellationToken))
        {
            rates.Add(FactRow.FromEntity<DailyRate>(entity));
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
