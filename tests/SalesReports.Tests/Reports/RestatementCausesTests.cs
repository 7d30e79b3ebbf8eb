using SalesReports.Reports.Revisions;
using Xunit;

namespace SalesReports.Tests.Reports;

public sealed class RestatementCausesTests
{
    [Fact]
    public void Equal_inputs_have_equal_hashes_in_any_order_and_no_cause()
    {
        var one = State((InputPart.Products, "P1", "a"), (InputPart.Products, "P2", "b"));
        var other = State((InputPart.Products, "P2", "b"), (InputPart.Products, "P1", "a"));

        Assert.Equal(one.Hash(), other.Hash());
        Assert.Empty(RestatementCauses.Between(one, other));
    }

    [Theory]
    [InlineData(InputPart.Facts)]
    [InlineData(InputPart.FirstOrders)]
    [InlineData(InputPart.Deals)]
    [InlineData(InputPart.Leads)]
    [InlineData(InputPart.Quotes)]
    [InlineData(InputPart.Forecasts)]
    [InlineData(InputPart.Customers)]
    [InlineData(InputPart.Reps)]
    [InlineData(InputPart.Products)]
    [InlineData(InputPart.Stages)]
    [InlineData(InputPart.Targets)]
    [InlineData(InputPart.Rates)]
    [InlineData(InputPart.Identities)]
    [InlineData(InputPart.Settings)]
    [InlineData(InputPart.Definitions)]
    public void A_change_of_any_part_changes_the_hash_and_is_told(string part)
    {
        var (before, after) = (State((part, "K1", "a"), (part, "K2", "b")), State((part, "K1", "a"), (part, "K2", "c")));

        Assert.NotEqual(before.Hash(), after.Hash());
        var cause = Assert.Single(RestatementCauses.Between(before, after));
        Assert.Equal((part, 1), (cause.Part, cause.Count));
        Assert.Equal(["K2"], cause.Keys);
        Assert.Contains("K2", cause.Text.Fr, StringComparison.Ordinal);
        Assert.Contains("K2", cause.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_came_or_went_is_told()
    {
        var (before, after) = (State((InputPart.Targets, "2026-10", "a")), State((InputPart.Targets, "2026-11", "a")));
        Assert.Equal(["2026-10", "2026-11"], Assert.Single(RestatementCauses.Between(before, after)).Keys);
    }

    [Fact]
    public void Late_orders_are_counted_with_their_days()
    {
        var before = State((InputPart.Facts, "2026-10-14", "a")) with { Orders = Orders(("2026-10-14", 3)) };
        var after = State((InputPart.Facts, "2026-10-14", "b"), (InputPart.Facts, "2026-10-20", "c")) with { Orders = Orders(("2026-10-14", 5), ("2026-10-20", 1)) };

        var cause = Assert.Single(RestatementCauses.Between(before, after));
        Assert.Equal("Data arrived or corrected on 2 day(s) (2026-10-14 … 2026-10-20); +3 order(s)", cause.Text.En);
        Assert.Equal("Données arrivées ou corrigées sur 2 jour(s) (2026-10-14 … 2026-10-20) ; +3 commande(s)", cause.Text.Fr);
    }

    [Fact]
    public void Many_keys_are_counted_and_only_ten_named()
    {
        var after = State([.. Enumerable.Range(10, 40).Select(i => (InputPart.Customers, $"C{i}", "x"))]);
        var cause = Assert.Single(RestatementCauses.Between(InputState.Nothing, after));
        Assert.Equal((40, 10), (cause.Count, cause.Keys.Count));
        Assert.EndsWith("C19, …", cause.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_comes_back_as_it_was_written()
    {
        var state = State((InputPart.Facts, "2026-10-14", InputState.Fingerprint(new { a = 1.10m }))) with { Orders = Orders(("2026-10-14", 3)) };
        Assert.Equal(state.Hash(), InputState.Read(state.Write()).Hash());
    }

    private static Dictionary<string, int> Orders(params (string Day, int Count)[] days) => days.ToDictionary(day => day.Day, day => day.Count, StringComparer.Ordinal);

    private static InputState State(params (string Part, string Key, string Value)[] entries) => InputState.Nothing with
    {
        Parts = entries.GroupBy(e => e.Part, StringComparer.Ordinal).ToDictionary(
            part => part.Key, IReadOnlyDictionary<string, string> (part) => part.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal), StringComparer.Ordinal),
    };
}
