using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>Deletes what was only kept for some time, once a day a process: tables that log what comes would grow for ever.</summary>
public sealed class OldRows(Tables tables, IEnumerable<BoundedLog> logs, TimeProvider clock)
{
    private DateOnly _last;

    /// <returns>Rows that were deleted; 0 when it was done today.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (_last == today)
        {
            return 0;
        }

        var deleted = 0;
        foreach (var log in logs)
        {
            deleted += await ForgetAsync(log, now - log.Kept, cancellationToken);
        }

        _last = today;
        return deleted;
    }

    private async Task<int> ForgetAsync(BoundedLog log, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (table, partition, deleted) = (await tables.OpenAsync(log.Table, cancellationToken), log.Partition, 0);
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and {log.Column} lt {TableClient.CreateQueryFilter($"{before}")}";
        await foreach (var page in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).AsPages())
        {
            await GuardedDelete.RunAsync(table, page.Values.Select(row => (row.PartitionKey, row.RowKey, row.ETag)), cancellationToken);
            deleted += page.Values.Count;
        }

        return deleted;
    }
}

/// <summary>A part of a table whose rows are kept for some time only.</summary>
/// <param name="Column">An instant.</param>
public sealed record BoundedLog(string Table, string Partition, string Column, TimeSpan Kept);
