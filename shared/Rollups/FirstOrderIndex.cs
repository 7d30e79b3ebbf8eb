using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// Each customer's first day with a booked order above zero: a row by day, to find who was new, and a row by customer, to move
/// it. Follows the rollups and can be worked out again from them. Source: storage.md, rollups.
/// </summary>
public sealed class FirstOrderIndex(Tables tables, RollupStore rollups, CustomerChanges changes)
{
    private const string Partition = "first";
    private const int KeysPerQuery = 15;

    /// <summary>A moved customer takes three operations of the hundred a transaction holds.</summary>
    private const int CustomersPerTransaction = 33;

    /// <summary>With more customers than this all rows are read at once.</summary>
    private const int FewCustomers = 300;

    /// <summary>First orders in <c>[start, end)</c>, by day.</summary>
    public async Task<IReadOnlyList<FirstOrder>> ReadAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("firstorders", cancellationToken);
        var (from, to) = ($"d~{FactKeys.Day(start)}~", $"d~{FactKeys.Day(end)}~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        var found = new List<FirstOrder>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new FirstOrder(FactKeys.DayOf(entity.RowKey.Substring(2, 8)), entity.GetString("customerId")));
        }

        return found;
    }

    /// <summary>The earliest first order of all; null before any.</summary>
    public async Task<DateOnly?> EarliestAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("firstorders", cancellationToken);
        var (from, to) = ("d~", "d~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return FactKeys.DayOf(entity.RowKey.Substring(2, 8));
        }

        return null;
    }

    /// <summary>
    /// Brings the index up to the rollups for every day whose customers changed. Works from the state of the rollups, not from
    /// what changed, so that repeating it or doing it late gives the same.
    /// </summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var pending = await changes.ReadAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return 0;
        }

        var customers = pending.SelectMany(p => p.Customers).ToHashSet(StringComparer.Ordinal);
        var present = await PresenceAsync(pending, cancellationToken);
        var known = await ReadCustomersAsync(customers, cancellationToken);
        var moves = new List<Move>();
        var searched = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var customer in customers)
        {
            var before = known.GetValueOrDefault(customer);
            var earliest = present.TryGetValue(customer, out var days) ? days.Min : (DateOnly?)null;
            if (before is null || earliest < before.Day)
            {
                moves.Add(new Move(customer, before, earliest));
            }
            else if (pending.Any(p => p.Day == before.Day && p.Customers.Contains(customer)) && days?.Contains(before.Day) != true)
            {
                // The first order is gone from its day: the next one must be looked for.
                searched[customer] = before.Day;
            }
        }

        var next = await FindNextAsync(searched, cancellationToken);
        moves.AddRange(searched.Keys.Select(customer => new Move(customer, known[customer], next.TryGetValue(customer, out var day) ? day : null)));
        await SaveAsync(moves.Where(move => move.Before?.Day != move.Day), cancellationToken);
        await changes.ClearAsync(pending, cancellationToken);

        return moves.Count;
    }

    /// <summary>On which of the pending days each customer is active now.</summary>
    private async Task<Dictionary<string, SortedSet<DateOnly>>> PresenceAsync(IReadOnlyList<CustomerChange> pending, CancellationToken cancellationToken)
    {
        var days = pending.Select(p => p.Day).ToHashSet();
        var present = new Dictionary<string, SortedSet<DateOnly>>(StringComparer.Ordinal);
        foreach (var stored in await rollups.ReadAsync(days.Min(), days.Max(), cancellationToken))
        {
            if (!days.Contains(stored.Rollup.Day))
            {
                continue;
            }

            foreach (var customer in stored.Rollup.ActiveCustomers)
            {
                if (!present.TryGetValue(customer, out var active))
                {
                    present[customer] = active = [];
                }

                active.Add(stored.Rollup.Day);
            }
        }

        return present;
    }

    private async Task<Dictionary<string, DateOnly>> FindNextAsync(IReadOnlyDictionary<string, DateOnly> customers, CancellationToken cancellationToken)
    {
        var next = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        if (customers.Count == 0)
        {
            return next;
        }

        // A year at a time: most come back soon, and history has an end.
        for (var from = customers.Values.Min(); next.Count < customers.Count; from = from.AddYears(1))
        {
            var days = await rollups.ReadAsync(from, from.AddYears(1).AddDays(-1), cancellationToken);
            foreach (var (customer, day) in days.SelectMany(d => d.Rollup.ActiveCustomers.Select(customer => (customer, d.Rollup.Day))))
            {
                if (customers.TryGetValue(customer, out var lost) && day > lost)
                {
                    next.TryAdd(customer, day);
                }
            }

            if (days.Count == 0 && (await rollups.ReadAsync(from, DateOnly.MaxValue, cancellationToken)).Count == 0)
            {
                break;
            }
        }

        return next;
    }

    private async Task<Dictionary<string, Known>> ReadCustomersAsync(IReadOnlyCollection<string> customers, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("firstorders", cancellationToken);
        var inPartition = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var (from, to) = ("k~", "k~\u007f");
        var filters = customers.Count > FewCustomers
            ? [TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}")]
            : customers.Chunk(KeysPerQuery).Select(some => $"{inPartition} and ({string.Join(" or ", some.Select(c => TableClient.CreateQueryFilter($"RowKey eq {CustomerKey(c)}")))})");
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                known[entity.GetString("customerId")] = new Known(FactKeys.DayOf(entity.GetString("day")), entity.ETag);
            }
        }

        return known;
    }

    private async Task SaveAsync(IEnumerable<Move> moves, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("firstorders", cancellationToken);
        foreach (var some in moves.Chunk(CustomersPerTransaction))
        {
            await table.SubmitTransactionAsync(some.SelectMany(Actions), cancellationToken);
        }
    }

    private static IEnumerable<TableTransactionAction> Actions(Move move)
    {
        var key = new TableEntity(Partition, CustomerKey(move.CustomerId)) { ["customerId"] = move.CustomerId };
        if (move.Before is { } before)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, DayKey(before.Day, move.CustomerId)), ETag.All);
        }

        if (move.Day is { } day)
        {
            key["day"] = FactKeys.Day(day);
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, DayKey(day, move.CustomerId)) { ["customerId"] = move.CustomerId });
            yield return move.Before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, key)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, key, move.Before.ETag);
        }
        else if (move.Before is not null)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, key, move.Before.ETag);
        }
    }

    private static string DayKey(DateOnly day, string customer) => string.Create(CultureInfo.InvariantCulture, $"d~{FactKeys.Day(day)}~{FactKeys.Escape(customer)}");

    private static string CustomerKey(string customer) => $"k~{FactKeys.Escape(customer)}";

    private sealed record Known(DateOnly Day, ETag ETag);

    /// <param name="Day">The new first day; null when no order is left.</param>
    private sealed record Move(string CustomerId, Known? Before, DateOnly? Day);
}
