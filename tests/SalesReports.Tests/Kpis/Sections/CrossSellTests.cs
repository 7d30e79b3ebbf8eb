using SalesReports.Facts;
using SalesReports.Kpis.Sections.CrossSell;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Which categories go together, at the edges of support and lift.</summary>
public sealed class CrossSellTests
{
    [Theory]
    [InlineData(1, 50, true)]
    [InlineData(1, 51, false)]
    public void A_pair_needs_two_percent_of_the_customers(int both, int customers, bool listed)
    {
        var section = Of([.. Enumerable.Range(0, customers).Select(i => i < both ? "Ink,Paper" : "Desk")]);

        Assert.Equal((customers, listed ? 1 : 0), (section.Customers, section.Pairs.Count));
        Assert.All(section.Pairs, pair => Assert.Equal((0.02m, (decimal)customers), (pair.Support, pair.Lift)));
    }

    [Theory]
    [InlineData(3, 6, true)]
    [InlineData(3, 5, false)]
    public void A_pair_needs_a_lift_of_one_and_a_half(int both, int customers, bool listed)
    {
        // Ink with 4, Paper with 3, together by 3: lift = 3 · N ÷ (4 · 3), 1.5 at 6 customers.
        var section = Of([.. Enumerable.Range(0, customers).Select(i => i < both ? "Ink,Paper" : i == both ? "Ink" : "Desk")]);

        Assert.Equal(listed ? [("Ink", "Paper", 1.5m, true)] : [], section.Pairs.Select(pair => (pair.First, pair.Second, pair.Lift, pair.SmallSample)));
    }

    [Fact]
    public void The_best_missing_category_comes_from_the_pair_with_the_highest_lift()
    {
        // Ink with Paper has lift 2 · 12 ÷ (4 · 3), with Toner 1 · 12 ÷ (4 · 1); the fourth customer buys Ink alone.
        var section = Of("Ink,Paper", "Ink,Paper", "Ink,Toner", "Ink", "Paper", "Desk", "Desk", "Desk", "Desk", "Desk", "Desk", "Desk");

        Assert.Equal([("Ink", "Toner", 3m), ("Ink", "Paper", 2m)], section.Pairs.Select(pair => (pair.First, pair.Second, pair.Lift)));
        Assert.Equal(new CrossSellOffer("C3", "C3", "A", "Toner", "Ink", 1m / 12, 3), section.Offers.Single(offer => offer.Id == "C3"));
    }

    [Fact]
    public void Customers_of_class_C_and_those_who_have_it_all_get_no_offer()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-01", "A1", 1000, category: "Ink"), Given.Order("2026-11-01", "A1", 10, category: "Paper"), Given.Order("2026-11-01", "C1", 1, category: "Ink"),
            Given.Order("2026-11-01", "D1", 1, category: "Desk"), Given.Order("2026-11-01", "D2", 1, category: "Desk"));

        var section = Given.Computed(CrossSellSection.Of(world.At("2026-11")));

        Assert.Equal(("Ink", "Paper"), (Assert.Single(section.Pairs).First, section.Pairs[0].Second));
        Assert.Empty(section.Offers);
    }

    [Fact]
    public void A_return_a_free_unit_and_an_older_order_buy_no_category()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-01", "C1", 10, category: "Ink"), Given.Order("2026-11-01", "C1", 10, category: "Paper", status: OrderStatus.Return),
            Given.Order("2026-11-01", "C1", 0, category: "Paper"), Given.Order("2025-11-30", "C1", 10, category: "Paper"), Given.Order("2026-11-01", "C2", 10, category: "Desk"));

        Assert.Empty(Given.Computed(CrossSellSection.Of(world.At("2026-11"))).Pairs);
    }

    [Fact]
    public void Where_nothing_sold_has_a_category_there_is_no_cross_sell() =>
        Assert.Equal("no_category", Given.WhyNot(CrossSellSection.Of(new SectionWorld(Given.Order("2026-11-05", "C", 100)).At("2026-11"))));

    private static CrossSellSection Of(params string[] baskets) => Given.Computed(CrossSellSection.Of(new SectionWorld(baskets.SelectMany(
        (basket, index) => basket.Split(',').Select(category => Given.Order("2026-11-01", $"C{index}", 100, category: category)))).At("2026-11")));
}
