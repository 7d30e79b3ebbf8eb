using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>Deletes rows as they were read, many at a time; a row that was written again meanwhile stays.</summary>
internal static class GuardedDelete
{
    private const int MostActions = 100;

    /// <param name="rows">Of one partition.</param>
    public static async Task RunAsync(TableClient table, IEnumerable<(string Partition, string Row, ETag ETag)> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(MostActions))
        {
            try
            {
                await table.SubmitTransactionAsync(some.Select(Delete), cancellationToken);
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
            {
                await OneByOneAsync(table, some, cancellationToken);
            }
        }
    }

    private static async Task OneByOneAsync(TableClient table, IEnumerable<(string Partition, string Row, ETag ETag)> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            try
            {
                await table.DeleteEntityAsync(row.Partition, row.Row, row.ETag, cancellationToken);
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
            {
                // Written again, and so still to do; or already gone.
            }
        }
    }

    private static TableTransactionAction Delete((string Partition, string Row, ETag ETag) row) =>
        new(TableTransactionActionType.Delete, new TableEntity(row.Partition, row.Row), row.ETag);
}
