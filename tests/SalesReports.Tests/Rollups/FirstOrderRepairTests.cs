using CsCheck;
using SalesReports.Rollups;

namespace SalesReports.Tests.Rollups;

public sealed class FirstOrderRepairTests
{
    private static readonly string[] Customers = ["C1", "C2", "C3"];
    private static readonly Gen<DateOnly> GenDay = Gen.Int[0, 4].Select(offset => new DateOnly(2026, 1, 1).AddDays(offset));
    private static readonly Gen<(string Customer, DateOnly Day)> GenRow = Gen.Select(Gen.OneOf(Customers), GenDay);

    [Fact]
    public void Whatever_the_rows_say_passes_end_in_the_first_days_and_then_nothing_moves() =>
        Gen.Select(GenRow.List[0, 3], GenRow.List[0, 8], GenRow.List[0, 3]).Sample((keys, days, expected) =>
        {
            var rows = new Rows(keys, days);
            var want = new Rows(expected, []).ByCustomer;
            var passes = 0;
            while (FirstOrderRepair.Moves(rows.State, want) is { Count: > 0 } moves)
            {
                Assert.True(++passes <= 10, "The passes do not come to an end.");
                Assert.Equal(moves.Count, moves.Select(move => move.CustomerId).Distinct(StringComparer.Ordinal).Count());
                foreach (var move in moves)
                {
                    rows.Apply(move);
                }
            }

            Assert.Equal(want.OrderBy(one => one.Key), rows.ByCustomer.OrderBy(one => one.Key));
            Assert.Equal(want.Select(one => (one.Key, one.Value)).Order(), rows.Days.Order());
        });

    [Fact]
    public void Rows_that_are_right_are_left_alone()
    {
        var rows = new Rows([("C1", new DateOnly(2026, 1, 1))], [("C1", new DateOnly(2026, 1, 1))]);

        Assert.Empty(FirstOrderRepair.Moves(rows.State, rows.ByCustomer));
    }

    /// <summary>The table as a transaction sees it: a row that is not there cannot be deleted.</summary>
    private sealed class Rows
    {
        public Rows(IEnumerable<(string Customer, DateOnly Day)> keys, IEnumerable<(string Customer, DateOnly Day)> days)
        {
            foreach (var (customer, day) in keys)
            {
                ByCustomer[customer] = day;
            }

            Days = [.. days];
        }

        public Dictionary<string, DateOnly> ByCustomer { get; } = new(StringComparer.Ordinal);

        public HashSet<(string Customer, DateOnly Day)> Days { get; }

        public FirstOrderState State => new(
            new Dictionary<string, DateOnly>(ByCustomer, StringComparer.Ordinal),
            Days.GroupBy(row => row.Customer, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new SortedSet<DateOnly>(group.Select(row => row.Day)), StringComparer.Ordinal));

        public void Apply(FirstOrderMove move)
        {
            if (move.Before is { } before)
            {
                Assert.True(Days.Remove((move.CustomerId, before)), "A row that is not there is deleted.");
            }

            if (move.Day is { } day)
            {
                Days.Add((move.CustomerId, day));
                ByCustomer[move.CustomerId] = day;
            }
            else if (move.Before is not null)
            {
                Assert.True(ByCustomer.Remove(move.CustomerId), "A row that is not there is deleted.");
            }
        }
    }
}
