using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>What is known of the stored rows of some facts: row key to version, days and ETag, without the content.</summary>
internal sealed class StoredRows
{
    /// <summary>Days closer than this are read as one range: an empty stretch costs nothing, a request does.</summary>
    private const int NearDays = 3;

    /// <summary>With more ranges than this the days are read from first to last at once.</summary>
    private const int MostRanges = 8;

    /// <summary>A table filter holds fifteen comparisons.</summary>
    private const int KeysPerQuery = 15;

    private static readonly string[] VersionColumns =
        ["PartitionKey", "RowKey", FactRow.HashColumn, FactRow.SequenceColumn, FactRow.DaysColumn, FactRow.ModifiedColumn];

    private readonly Dictionary<string, StoredRow> _rows = new(StringComparer.Ordinal);

    public StoredRow? Find(string rowKey) => _rows.GetValueOrDefault(rowKey);

    /// <summary>The rows of the days that the facts claim, whoever they belong to.</summary>
    public static async Task<StoredRows> ReadDaysAsync(TableClient table, string shard, IEnumerable<IncomingFact> facts, CancellationToken cancellationToken)
    {
        var rows = new StoredRows();
        var days = facts.SelectMany(f => f.DayKeys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var (first, last) in Ranges(days))
        {
            var (from, to) = ($"f~{first}~", $"f~{last}\u007f");
            await rows.AddAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to}"), cancellationToken);
        }

        return rows;
    }

    /// <summary>The pointers of the facts, and the rows of both the days they point to and the days the facts claim.</summary>
    public static async Task<StoredRows> ReadPointedAsync(TableClient table, string shard, IReadOnlyList<IncomingFact> facts, bool withPointers, CancellationToken cancellationToken)
    {
        var rows = new StoredRows();
        if (withPointers)
        {
            await rows.AddKeysAsync(table, shard, facts.Select(f => FactKeys.Pointer(f.Fact)), cancellationToken);
        }

        var keys = facts.SelectMany(f => f.DayKeys.Concat(rows.Find(FactKeys.Pointer(f.Fact))?.DayKeys ?? []).Select(day => FactKeys.Row(day, f.Fact)));
        await rows.AddKeysAsync(table, shard, keys.Distinct(StringComparer.Ordinal), cancellationToken);
        return rows;
    }

    internal static IReadOnlyList<(string First, string Last)> Ranges(IReadOnlyList<string> sortedDays)
    {
        var ranges = new List<(string First, string Last)>();
        foreach (var day in sortedDays)
        {
            if (ranges.Count > 0 && AreNear(ranges[^1].Last, day))
            {
                ranges[^1] = (ranges[^1].First, day);
            }
            else
            {
                ranges.Add((day, day));
            }
        }

        return ranges.Count <= MostRanges ? ranges : [(sortedDays[0], sortedDays[^1])];
    }

    private static bool AreNear(string earlier, string later) =>
        earlier != FactKeys.Undated && FactKeys.DayOf(later).DayNumber - FactKeys.DayOf(earlier).DayNumber <= NearDays;

    private async Task AddKeysAsync(TableClient table, string shard, IEnumerable<string> rowKeys, CancellationToken cancellationToken)
    {
        foreach (var some in rowKeys.Chunk(KeysPerQuery))
        {
            var anyOf = string.Join(" or ", some.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")));
            await AddAsync(table, $"{TableClient.CreateQueryFilter($"PartitionKey eq {shard}")} and ({anyOf})", cancellationToken);
        }
    }

    private async Task AddAsync(TableClient table, string filter, CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: VersionColumns, cancellationToken: cancellationToken))
        {
            _rows[entity.RowKey] = new StoredRow(entity.RowKey, FactRow.VersionIn(entity), FactRow.DaysIn(entity), entity.ETag);
        }
    }
}

/// <param name="DayKeys">Where the fact is filed; empty in the pointer of a deleted fact.</param>
internal sealed record StoredRow(string RowKey, FactVersion Version, IReadOnlyList<string> DayKeys, ETag ETag);
