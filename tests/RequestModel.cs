namespace SalesReports.Tests;

/// <summary>
/// The most requests to storage that an operation may take, worked out from counts alone. Code that needs more has become
/// dearer. Holds for orders that come in the order of their days.
/// </summary>
internal static class RequestModel
{
    private const int RowsPerPage = 1_000;
    private const int OperationsPerTransaction = 100;
    private const int KeysPerQuery = 12;
    private const int OrdersPerBatch = 20_000;

    /// <summary>
    /// The number of shards (table, read, write), begin and end of the import in the ledger (table, read and write each), and the
    /// ids of customers, reps and products (table and page each).
    /// </summary>
    private const int AroundAPull = 3 + 5 + (3 * 2);

    /// <summary>
    /// The first import of orders. An order is two rows, a day one marker in each shard, and one more where a transaction ends
    /// within the day. A transaction is closed when the next order (two rows and a marker) does not fit, so it holds 98
    /// operations at least. Each shard is looked at once for days and once for anything at all.
    /// </summary>
    public static int Ingest(OrderCounts counts) =>
        AroundAPull + 1 + (2 * counts.Shards) + counts.Batches.Sum(batch => Transactions((2 * batch.Orders) + (counts.Shards * batch.Days), 3, counts.Shards));

    /// <summary>
    /// All orders again, some of them changed within their day. The batch's days are read in pages of a thousand rows in each
    /// shard; a changed order is one row and at most one marker.
    /// </summary>
    /// <param name="changed">Evenly spread.</param>
    public static int Resend(OrderCounts counts, int changed) => AroundAPull + 1 + counts.Batches.Sum(batch =>
        Pages(batch.Orders + (2 * counts.OrdersOfADay), counts.Shards) + Rewrites(Share(changed, batch.Orders, counts.Orders), batch.Days, counts.Shards));

    /// <summary>Only the changed orders again, evenly spread over all days: everything stored is read past, or each is asked for by key.</summary>
    public static int ResendChanged(OrderCounts counts, int changed)
    {
        var byKey = (changed / KeysPerQuery) + counts.Shards;
        return AroundAPull + 1 + Math.Min(Pages(counts.Orders, counts.Shards), 2 * byKey) + Rewrites(changed, counts.Days, counts.Shards);
    }

    private static int Rewrites(int changed, int days, int shards) =>
        changed == 0 ? 0 : Transactions(changed + Math.Min(changed, shards * days), 2, shards);

    /// <summary>Operations that begin a transaction anew repeat the marker of the day they cut: one of each transaction's operations.</summary>
    private static int Transactions(int operations, int mostOfOneOrder, int shards) =>
        (operations / (OperationsPerTransaction - mostOfOneOrder)) + shards;

    /// <summary>Every shard ends with a page that is not full.</summary>
    private static int Pages(int rows, int shards) => (rows / RowsPerPage) + shards;

    private static int Share(int some, int part, int whole) => (int)(((long)some * part / whole) + 1);

    /// <param name="Days">Consecutive days the orders fill evenly.</param>
    internal sealed record OrderCounts(int Orders, int Days, int Shards)
    {
        public int OrdersOfADay => (Orders / Days) + 1;

        public IEnumerable<(int Orders, int Days)> Batches =>
            Enumerable.Range(0, (Orders + OrdersPerBatch - 1) / OrdersPerBatch)
                .Select(batch => Math.Min(OrdersPerBatch, Orders - (batch * OrdersPerBatch)))
                .Select(orders => (orders, (orders / OrdersOfADay) + 2));
    }
}
