using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// Each customer's first day with a booked order above zero: a row by day, to find who was new, and a row by customer, to move
/// it. Follows the rollups and can be worked out again from them. Source: storage.md, rollups.
/// </summary>
public sealed class FirstOrderIndex(Tables tables, RollupStore rollups, CustomerChanges changes)
{
    private readonly FirstOrderRows _rows = new(tables);

    /// <summary>First orders in <c>[start, end)</c>, by day.</summary>
    public async Task<IReadOnlyList<FirstOrder>> ReadAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(FirstOrderRows.Table, cancellationToken);
        var (partition, from, to) = (FirstOrderRows.Partition, $"d~{FactKeys.Day(start)}~", $"d~{FactKeys.Day(end)}~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var found = new List<FirstOrder>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new FirstOrder(FactKeys.DayOf(entity.RowKey.Substring(2, 8)), entity.GetString("customerId")));
        }

        return found;
    }

    /// <summary>First orders of some customers, whenever they were; who never ordered is left out.</summary>
    public async Task<IReadOnlyList<FirstOrder>> ReadAsync(IReadOnlyCollection<string> customers, CancellationToken cancellationToken) =>
        customers.Count == 0 ? [] : [.. (await _rows.ReadAsync(customers, cancellationToken)).Select(first => new FirstOrder(first.Value, first.Key))];

    /// <summary>The earliest first order of all; null before any.</summary>
    public async Task<DateOnly?> EarliestAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(FirstOrderRows.Table, cancellationToken);
        var (partition, from, to) = (FirstOrderRows.Partition, "d~", "d~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return FactKeys.DayOf(entity.RowKey.Substring(2, 8));
        }

        return null;
    }

    /// <summary>
    /// Brings the index up to the rollups for every day whose customers changed. Works from the state of the rollups, not from
    /// what changed, so that repeating it or doing it late gives the same. The lock is read before that state: whoever brings the
    /// index up meanwhile writes it, also when nothing moves, and so ends every plan that was made from an older state.
    /// </summary>
    /// <exception cref="Azure.RequestFailedException">Another worker came between (404, 409 or 412): try again.</exception>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var pending = await changes.ReadAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return 0;
        }

        var held = await _rows.ReadLockAsync(cancellationToken);
        var customers = pending.SelectMany(p => p.Customers).ToHashSet(StringComparer.Ordinal);
        var present = await PresenceAsync(pending, cancellationToken);
        var known = await _rows.ReadAsync(customers, cancellationToken);
        var moves = new List<FirstOrderMove>();
        var searched = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var customer in customers)
        {
            DateOnly? before = known.TryGetValue(customer, out var stored) ? stored : null;
            DateOnly? earliest = present.TryGetValue(customer, out var days) ? days.Min : null;
            if (before is null || earliest < before)
            {
                moves.Add(new FirstOrderMove(customer, before, earliest));
            }
            else if (pending.Any(p => p.Day == stored && p.Customers.Contains(customer)) && days?.Contains(stored) != true)
            {
                // The first order is gone from its day: the next one must be looked for.
                searched[customer] = stored;
            }
        }

        var next = await FindNextAsync(searched, cancellationToken);
        moves.AddRange(searched.Keys.Select(customer => new FirstOrderMove(customer, known[customer], next.TryGetValue(customer, out var day) ? day : null)));
        await _rows.SaveAsync([.. moves.Where(move => move.Before != move.Day)], held, cancellationToken);
        await changes.ClearAsync(pending, cancellationToken);

        return moves.Count;
    }

    /// <summary>On which of the pending days each customer is active now.</summary>
    private async Task<Dictionary<string, SortedSet<DateOnly>>> PresenceAsync(IReadOnlyList<CustomerChange> pending, CancellationToken cancellationToken)
    {
        var days = pending.Select(p => p.Day).Distinct().Order().ToList();
        var present = new Dictionary<string, SortedSet<DateOnly>>(StringComparer.Ordinal);
        foreach (var (first, last) in DayRanges.Of(days))
        {
            foreach (var stored in (await rollups.ReadAsync(first, last, cancellationToken)).Where(stored => days.BinarySearch(stored.Rollup.Day) >= 0))
            {
                foreach (var customer in stored.Rollup.ActiveCustomers)
                {
                    if (!present.TryGetValue(customer, out var active))
                    {
                        present[customer] = active = [];
                    }

                    active.Add(stored.Rollup.Day);
                }
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

        // A year at a time from the next day there is: most come back soon, years without a day cost nothing, and history has an end.
        var start = await rollups.FirstDayAsync(customers.Values.Min().AddDays(1), cancellationToken);
        while (start is { } from && next.Count < customers.Count)
        {
            foreach (var stored in await rollups.ReadAsync(from, from.AddYears(1).AddDays(-1), cancellationToken))
            {
                foreach (var customer in stored.Rollup.ActiveCustomers.Where(customer => customers.TryGetValue(customer, out var lost) && stored.Rollup.Day > lost))
                {
                    next.TryAdd(customer, stored.Rollup.Day);
                }
            }

            start = await rollups.FirstDayAsync(from.AddYears(1), cancellationToken);
        }

        return next;
    }
}
