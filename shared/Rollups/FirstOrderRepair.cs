using Azure;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>Works the first orders out anew from all rollups and puts right the rows that differ, beside running workers.</summary>
public sealed class FirstOrderRepair(Tables tables, RollupStore rollups)
{
    /// <summary>A pass that another worker came between is done again.</summary>
    private const int Passes = 20;

    private readonly FirstOrderRows _rows = new(tables);

    /// <summary>Passes until nothing differs any more.</summary>
    /// <returns>Customers put right.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repaired = new HashSet<string>(StringComparer.Ordinal);
        for (var pass = 1; ; pass++)
        {
            // The lock before the state it guards, as every worker reads it.
            var held = await _rows.ReadLockAsync(cancellationToken);
            var stored = await _rows.ReadAllAsync(cancellationToken);
            var moves = Moves(stored, await FirstDaysAsync(cancellationToken));
            if (moves.Count == 0)
            {
                return repaired.Count;
            }

            try
            {
                await _rows.SaveAsync(moves, held, cancellationToken);
                repaired.UnionWith(moves.Select(move => move.CustomerId));
            }
            catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412 && pass < Passes)
            {
                // Another worker brought the index up meanwhile.
            }
        }
    }

    /// <summary>What brings the rows nearer to the first days; none when they agree. Some rows take a second pass.</summary>
    /// <param name="expected">First day of each customer that has any.</param>
    internal static IReadOnlyList<FirstOrderMove> Moves(FirstOrderState stored, IReadOnlyDictionary<string, DateOnly> expected) =>
    [
        .. from customer in expected.Keys.Union(stored.ByCustomer.Keys, StringComparer.Ordinal).Union(stored.ByDay.Keys, StringComparer.Ordinal)
           let move = Move(
               customer,
               expected.TryGetValue(customer, out var want) ? want : null,
               stored.ByCustomer.TryGetValue(customer, out var key) ? key : null,
               stored.ByDay.TryGetValue(customer, out var days) ? days : [])
           where move is not null
           select move,
    ];

    private static FirstOrderMove? Move(string customer, DateOnly? want, DateOnly? key, IReadOnlyCollection<DateOnly> days) => (want, key) switch
    {
        (null, { } known) when days.Contains(known) => new FirstOrderMove(customer, known, null),

        // A half of a pair is made whole first: only a whole one can be taken away.
        (null, _) => new FirstOrderMove(customer, null, key ?? days.Min()),
        _ when key == want && days.Count == 1 && days.Contains(want.Value) => null,
        _ => new FirstOrderMove(customer, days.Where(day => day != want).Select(day => (DateOnly?)day).FirstOrDefault(), want),
    };

    private async Task<IReadOnlyDictionary<string, DateOnly>> FirstDaysAsync(CancellationToken cancellationToken)
    {
        var first = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var start = await rollups.FirstDayAsync(DateOnly.MinValue, cancellationToken);
        while (start is { } from)
        {
            // A year at a time: a history of any length stands in memory as its customers only.
            foreach (var stored in await rollups.ReadAsync(from, from.AddYears(1).AddDays(-1), cancellationToken))
            {
                foreach (var customer in stored.Rollup.ActiveCustomers)
                {
                    first.TryAdd(customer, stored.Rollup.Day);
                }
            }

            start = await rollups.FirstDayAsync(from.AddYears(1), cancellationToken);
        }

        return first;
    }
}

/// <param name="ByCustomer">The rows by customer.</param>
/// <param name="ByDay">The days under which a customer stands; one, when all is right.</param>
internal sealed record FirstOrderState(IReadOnlyDictionary<string, DateOnly> ByCustomer, IReadOnlyDictionary<string, SortedSet<DateOnly>> ByDay);
