using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// What is known of the stored rows of some facts: row key to version, days and ETag, without the content. Rows of other facts
/// are read past and not kept.
/// </summary>
internal sealed class StoredRows(IEnumerable<string> wanted)
{
    private static readonly string[] VersionColumns =
        ["PartitionKey", "RowKey", FactRow.HashColumn, FactRow.SequenceColumn, FactRow.DaysColumn, FactRow.ModifiedColumn];

    private readonly HashSet<string> _wanted = new(wanted, StringComparer.Ordinal);
    private readonly Dictionary<string, StoredRow> _rows = new(StringComparer.Ordinal);

    public int Count => _rows.Count;

    /// <summary>
    /// Most of the facts are where they claim to be, so these are known ones and one that is missing has rather moved than
    /// begun: its pointer is worth a look before a transaction is lost on it.
    /// </summary>
    public bool MissingMayHaveMoved { get; private set; }

    public StoredRow? Find(string rowKey) => _rows.GetValueOrDefault(rowKey);

    /// <summary>The rows that the facts have under the days they claim.</summary>
    public static async Task<StoredRows> ReadDaysAsync(TableClient table, string shard, IReadOnlyList<IncomingFact> facts, CancellationToken cancellationToken)
    {
        var rows = new StoredRows(facts.SelectMany(f => f.RowKeys));
        var reading = RowReading.Of(rows._wanted, facts.SelectMany(f => f.DayKeys));
        if (reading.Ranges.Count == 0)
        {
            await rows.AddKeysAsync(table, shard, reading.Keys, cancellationToken);
        }
        else
        {
            await rows.AddRangesAsync(table, shard, reading, cancellationToken);
        }

        rows.MissingMayHaveMoved = rows.Count * 2 >= reading.Keys.Count;
        return rows;
    }

    /// <summary>The pointers of the facts, and the rows of both the days they point to and the days the facts claim.</summary>
    public static async Task<StoredRows> ReadPointedAsync(TableClient table, string shard, IReadOnlyList<IncomingFact> facts, bool withPointers, CancellationToken cancellationToken)
    {
        var pointers = facts.Select(f => FactKeys.Pointer(f.Fact)).ToList();
        var rows = new StoredRows(pointers);
        if (withPointers)
        {
            await rows.AddKeysAsync(table, shard, pointers, cancellationToken);
        }

        var keys = facts.SelectMany(f => f.RowKeys.Concat((rows.Find(FactKeys.Pointer(f.Fact))?.DayKeys ?? []).Select(day => FactKeys.Row(day, f.Fact)))).ToHashSet(StringComparer.Ordinal);
        rows._wanted.UnionWith(keys);
        await rows.AddKeysAsync(table, shard, keys, cancellationToken);
        return rows;
    }

    private async Task AddRangesAsync(TableClient table, string shard, RowReading reading, CancellationToken cancellationToken)
    {
        var pages = 0;
        foreach (var range in reading.Ranges)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(range.Filter(shard), select: VersionColumns, cancellationToken: cancellationToken).AsPages())
            {
                Add(page.Values);
                if (++pages >= reading.MostPages && page is { ContinuationToken: not null, Values: [.., var last] })
                {
                    // The stretch holds far more than what is looked for.
                    await AddKeysAsync(table, shard, reading.KeysAfter(last.RowKey), cancellationToken);
                    return;
                }
            }
        }
    }

    private async Task AddKeysAsync(TableClient table, string shard, IEnumerable<string> rowKeys, CancellationToken cancellationToken)
    {
        foreach (var filter in RowReading.KeyFilters(shard, rowKeys))
        {
            await foreach (var page in table.QueryAsync<TableEntity>(filter, select: VersionColumns, cancellationToken: cancellationToken).AsPages())
            {
                Add(page.Values);
            }
        }
    }

    private void Add(IEnumerable<TableEntity> entities)
    {
        foreach (var entity in entities.Where(entity => _wanted.Contains(entity.RowKey)))
        {
            _rows[entity.RowKey] = new StoredRow(entity.RowKey, FactRow.VersionIn(entity), FactRow.DaysIn(entity), entity.ETag);
        }
    }
}

/// <param name="DayKeys">Where the fact is filed; empty in the pointer of a deleted fact.</param>
internal sealed record StoredRow(string RowKey, FactVersion Version, IReadOnlyList<string> DayKeys, ETag ETag);
