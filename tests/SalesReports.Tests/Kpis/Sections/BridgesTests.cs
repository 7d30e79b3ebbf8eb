using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Bridges;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>The parts of a bridge sum to what changed, whatever was sold.</summary>
public sealed class BridgesTests
{
    [Fact]
    public async Task The_bridges_say_what_was_computed_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("10-bridges");
        Assert.Equal(2, example.Asks.Count);
        Assert.All(example.Asks, ask => Assert.Empty(example.Differences(ask.Sections["bridges"], BridgesSection.Of(example.Inputs(ask)))));
    }

    [Fact]
    public void The_parts_sum_exactly_to_the_change() => AnySales.Orders.Sample(orders =>
        Assert.All(All(orders), bridge => Assert.Equal(
            bridge.To, bridge.From + bridge.Volume + bridge.Mix + bridge.Price + (bridge.Cost ?? 0) + bridge.New + bridge.Lost + bridge.Other)));

    [Fact]
    public void A_bridge_runs_from_revenue_to_revenue() => AnySales.Orders.Sample(orders =>
    {
        var inputs = AnySales.World(orders).At(AnySales.Month);
        Assert.All(All(orders).Where(bridge => bridge.Cost is null), bridge =>
        {
            Assert.True(SalesReports.Calendar.Period.TryParse(bridge.ComparisonPeriod, out var then));
            Given.IsNear(inputs.Sales.Between(then.Start, then.End).Sum(sale => sale.Net), bridge.From);
            Given.IsNear(inputs.Sales.Between(inputs.Period.Start, inputs.Period.End).Sum(sale => sale.Net), bridge.To);
        });
    });

    [Fact]
    public void The_order_of_the_sales_never_matters() => AnySales.Orders.Sample(orders =>
        Assert.Equal(SectionJson.Text(BridgesSection.Of(AnySales.World(orders).At(AnySales.Month))), SectionJson.Text(BridgesSection.Of(AnySales.World(orders.Reverse()).At(AnySales.Month)))));

    [Fact]
    public void Twice_the_money_makes_twice_the_bridge() => AnySales.Orders.Sample(orders =>
    {
        var doubled = orders.Select(order => order with { Lines = [.. order.Lines.Select(line => line with { Net = line.Net * 2, UnitCost = line.UnitCost * 2 })] });
        Assert.All(All(orders).Zip(All(doubled)), pair =>
        {
            Given.IsNear(pair.First.Volume * 2, pair.Second.Volume);
            Given.IsNear(pair.First.Mix * 2, pair.Second.Mix);
            Given.IsNear(pair.First.Price * 2, pair.Second.Price);
            Given.IsNear(pair.First.Cost * 2 ?? 0, pair.Second.Cost ?? 0);
        });
    });

    [Fact]
    public void Endless_digits_close_to_the_last_place()
    {
        var world = new SectionWorld(
            Given.Order("2026-10-05", "C", 100, "A", 3), Given.Order("2026-10-05", "C", 10, "B", 7),
            Given.Order("2026-11-05", "C", 50, "A", 11), Given.Order("2026-11-05", "C", 99.99m, "B", 13));

        var bridge = Given.Computed(BridgesSection.Of(world.At("2026-11"))).Revenue[0]!;

        Assert.Equal(110m * 24 / 10 - 110, bridge.Volume, 11);
        Assert.Equal((11 - 7.2m) * 100 / 3 + (13 - 16.8m) * 10 / 7, bridge.Mix, 11);
        Assert.Equal(39.99m, bridge.Volume + bridge.Mix + bridge.Price);
    }

    [Fact]
    public void The_week_has_one_bridge_against_the_week_before()
    {
        var world = new SectionWorld(Given.Order("2026-11-10", "C", 100, "A", 10), Given.Order("2026-11-17", "C", 60, "A", 5), Given.Order("2026-11-18", "C", 7, "N"));

        var bridge = Given.Computed(BridgesSection.OfWeek(world.At("2026-W47")));

        Assert.Equal(new Bridge("previousPeriod", "2026-W46", 100, 67, -50, 0, 10, null, 7, 0, 0), bridge);
    }

    [Fact]
    public void Without_an_order_to_compare_with_there_is_no_bridge()
    {
        var world = new SectionWorld(Given.Order("2026-11-17", "C", 60, "A", 5));

        Assert.Equal("nothing_to_compare", Given.WhyNot(BridgesSection.Of(world.At("2026-11"))));
        Assert.Equal("nothing_to_compare", Given.WhyNot(BridgesSection.OfWeek(world.At("2026-W47"))));
    }

    [Fact]
    public void A_month_without_a_sale_has_lost_every_product()
    {
        var bridge = Given.Computed(BridgesSection.Of(new SectionWorld(Given.Order("2026-10-17", "C", 60, "A", 5, cost: 4)).At("2026-11")));

        Assert.Equal((60m, 0m, -60m), (bridge.Revenue[0]!.From, bridge.Revenue[0]!.To, bridge.Revenue[0]!.Lost));
        Assert.Equal((40m, -40m, null), (bridge.Margin[0]!.From, bridge.Margin[0]!.Lost, bridge.Revenue[1]));
    }

    [Fact]
    public void A_month_of_returns_alone_falls_below_zero_by_other()
    {
        var world = new SectionWorld(Given.Order("2026-10-17", "C", 60, "A", 5), Given.Order("2026-11-03", "C", 60, "A", 5, status: OrderStatus.Return));

        var bridge = Given.Computed(BridgesSection.Of(world.At("2026-11"))).Revenue[0]!;

        Assert.Equal((-60m, -60m, -60m), (bridge.To, bridge.Lost, bridge.Other));
    }

    private static IReadOnlyList<Bridge> All(IEnumerable<Order> orders) =>
        BridgesSection.Of(AnySales.World(orders).At(AnySales.Month)).Section is { } section ? [.. section.Revenue.Concat(section.Margin).OfType<Bridge>()] : [];
}
