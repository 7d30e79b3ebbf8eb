using Azure;
using Azure.Data.Tables;
using SalesReports.Facts;
using SalesReports.Store;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Storage;

/// <summary>
/// The same rows through the storage SDK alone: no guards, no markers, nothing looked up. They are made before the clock starts,
/// so what is measured is the SDK and the storage.
/// </summary>
internal sealed class RawRows(TableClient table)
{
    private const int Writers = 4;
    private const int MostActions = 100;

    /// <summary>Fact and pointer of each order, in full batches, a partition each.</summary>
    public static List<TableTransactionAction[]> Batches(IEnumerable<Order> orders, int shards) =>
    [
        .. orders.GroupBy(order => FactKeys.Shard(order.Source, order.Id, shards), StringComparer.Ordinal)
            .SelectMany(shard => shard.SelectMany(order => Rows(order, shard.Key)).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)).Chunk(MostActions)),
    ];

    public Task WriteAsync(IEnumerable<TableTransactionAction[]> batches, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(batches, Limits(cancellationToken), async (batch, token) =>
        {
            try
            {
                await table.SubmitTransactionAsync(batch, token);
            }
            catch (RequestFailedException repeated) when (repeated.Status == 409)
            {
                // On an overloaded machine the client repeats a request that was done, only answered too late.
            }
        });

    /// <summary>The naive way: a row an order, one upsert each.</summary>
    public Task UpsertAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(rows, Limits(cancellationToken), async (row, token) => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, token));

    public static IEnumerable<TableEntity> Rows(Order order, string shard)
    {
        var (version, day) = (FactRow.VersionOf(order, 1), FactKeys.Days(order)[0]);
        yield return FactRow.ToEntity(order, version, shard, day, [day]);
        yield return new TableEntity(shard, FactKeys.Pointer(order))
        {
            [FactRow.HashColumn] = version.Hash,
            [FactRow.SequenceColumn] = version.Sequence,
            [FactRow.DaysColumn] = day,
        };
    }

    private static ParallelOptions Limits(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken };
}
