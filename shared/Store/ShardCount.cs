using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// How many partitions a table of facts is spread over. Chosen when storage is first used and kept there, because a fact is looked
/// for where this number says: another one would find nothing and store everything twice.
/// </summary>
public sealed class ShardCount(Tables tables, StorageOptions options)
{
    /// <summary>Serves up to 100,000 orders a month.</summary>
    public const int Default = 4;

    private const string Partition = "storage";
    private const string Row = "shards";
    private const string CountColumn = "count";

    private int _count;

    /// <summary>The stored number; the first caller of an empty storage chooses it.</summary>
    /// <exception cref="ShardMismatchException">The configured number is another one.</exception>
    public async Task<int> GetAsync(CancellationToken cancellationToken)
    {
        if (_count == 0)
        {
            var stored = await ReadOrChooseAsync(cancellationToken);
            _count = options.Shards is not { } configured || configured == stored ? stored : throw new ShardMismatchException(configured, stored);
        }

        return _count;
    }

    private async Task<int> ReadOrChooseAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("installation", cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        if (found.HasValue)
        {
            return found.Value!.GetInt32(CountColumn)!.Value;
        }

        var chosen = options.Shards ?? Default;
        try
        {
            await table.AddEntityAsync(new TableEntity(Partition, Row) { [CountColumn] = chosen }, cancellationToken);
            return chosen;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status == 409)
        {
            // Another host was first, and its choice holds.
            return (await table.GetEntityAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken)).Value.GetInt32(CountColumn)!.Value;
        }
    }
}

/// <summary>The setting says another number of shards than the storage was created with.</summary>
public sealed class ShardMismatchException(int configured, int stored) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"Shards is {configured}, but this storage was created with {stored} and its facts are filed by that number; set Shards to {stored} or leave it out, or use an empty storage and import again."));
