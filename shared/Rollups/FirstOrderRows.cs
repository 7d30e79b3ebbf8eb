using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>The rows of the first orders: one by day, one by customer, and the lock that every change takes along.</summary>
internal sealed class FirstOrderRows(Tables tables)
{
    public const string Table = "firstorders";
    public const string Partition = "first";

    private const string Lock = "lock";

    /// <summary>A table filter holds fifteen comparisons, one of them the partition.</summary>
    private const int KeysPerQuery = 14;

    /// <summary>A moved customer takes three operations of the hundred a transaction holds, the lock one.</summary>
    private const int CustomersPerTransaction = 33;

    /// <summary>With more customers than this all rows are read at once.</summary>
    private const int FewCustomers = 300;

    /// <summary>The lock's version; null before the first change.</summary>
    public async Task<ETag?> ReadLockAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Table, cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Lock, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.ETag : null;
    }

    /// <summary>The first days that are stored for some customers.</summary>
    public async Task<Dictionary<string, DateOnly>> ReadAsync(IReadOnlyCollection<string> customers, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Table, cancellationToken);
        var inPartition = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var (from, to) = ("k~", "k\u007f");
        var filters = customers.Count > FewCustomers
            ? [TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}")]
            : customers.Chunk(KeysPerQuery).Select(some => $"{inPartition} and ({string.Join(" or ", some.Select(c => TableClient.CreateQueryFilter($"RowKey eq {CustomerKey(c)}")))})");
        var known = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                known[entity.GetString("customerId")] = FactKeys.DayOf(entity.GetString("day"));
            }
        }

        return known;
    }

    /// <summary>Every row there is.</summary>
    public async Task<FirstOrderState> ReadAllAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Table, cancellationToken);
        var (byCustomer, byDay) = (new Dictionary<string, DateOnly>(StringComparer.Ordinal), new Dictionary<string, SortedSet<DateOnly>>(StringComparer.Ordinal));
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ne {Lock}"), cancellationToken: cancellationToken))
        {
            var customer = entity.GetString("customerId");
            if (entity.RowKey.StartsWith("k~", StringComparison.Ordinal))
            {
                byCustomer[customer] = FactKeys.DayOf(entity.GetString("day"));
                continue;
            }

            if (!byDay.TryGetValue(customer, out var days))
            {
                byDay[customer] = days = [];
            }

            days.Add(FactKeys.DayOf(entity.RowKey.Substring(2, 8)));
        }

        return new FirstOrderState(byCustomer, byDay);
    }

    /// <summary>Writes the moves and, in any case, the lock.</summary>
    /// <exception cref="RequestFailedException">The lock was written meanwhile.</exception>
    public async Task SaveAsync(IReadOnlyList<FirstOrderMove> moves, ETag? held, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Table, cancellationToken);
        foreach (var some in moves.Count == 0 ? [[]] : moves.Chunk(CustomersPerTransaction))
        {
            var locked = new TableEntity(Partition, Lock);
            var take = held is { } version
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, locked, version)
                : new TableTransactionAction(TableTransactionActionType.Add, locked);
            var done = await table.SubmitTransactionAsync([take, .. some.SelectMany(Actions)], cancellationToken);
            held = done.Value[0].Headers.ETag;
        }
    }

    /// <summary>The lock in the same transaction guards them all.</summary>
    private static IEnumerable<TableTransactionAction> Actions(FirstOrderMove move)
    {
        var key = new TableEntity(Partition, CustomerKey(move.CustomerId)) { ["customerId"] = move.CustomerId };
        if (move.Before is { } before)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, DayKey(before, move.CustomerId)), ETag.All);
        }

        if (move.Day is { } day)
        {
            key["day"] = FactKeys.Day(day);
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, DayKey(day, move.CustomerId)) { ["customerId"] = move.CustomerId });
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, key);
        }
        else if (move.Before is not null)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, key, ETag.All);
        }
    }

    private static string DayKey(DateOnly day, string customer) => string.Create(CultureInfo.InvariantCulture, $"d~{FactKeys.Day(day)}~{FactKeys.Escape(customer)}");

    private static string CustomerKey(string customer) => $"k~{FactKeys.Escape(customer)}";
}

/// <param name="Before">The first day that is stored; null when there is none.</param>
/// <param name="Day">The new first day; null when no order is left.</param>
internal sealed record FirstOrderMove(string CustomerId, DateOnly? Before, DateOnly? Day);
