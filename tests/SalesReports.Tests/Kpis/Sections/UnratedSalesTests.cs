using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>An order in a currency without a rate: who ordered what and when is known, the amount is not. Source: metrics.md, rule 2.</summary>
public sealed class UnratedSalesTests
{
    private static readonly Dictionary<string, Product> Products = new(StringComparer.Ordinal) { ["A"] = new() { Source = "csv", Id = "A", Category = "Lamps", UnitCost = 2 } };

    [Fact]
    public void It_keeps_its_day_customer_category_and_count_and_has_no_amount()
    {
        var sale = Assert.Single(Sales(Dollars("O1", "2026-11-16", 40)));

        Assert.Equal((false, 1, 1, 0m), (sale.HasRate, sale.Orders, sale.PositiveOrders, sale.Net));
        Assert.Empty(sale.PositiveNets);
        var line = Assert.Single(sale.Lines);
        Assert.Equal(("Lamps", true, false, null, null), (line.Category, line.InBridge, line.HasRate, line.Cost, line.List));
    }

    [Fact]
    public void A_known_amount_beside_an_unknown_one_is_partial_and_an_unknown_one_alone_is_not_zero()
    {
        var (euros, dollars) = (Made.Order("O1", "2026-11-16", "C1", 40), Dollars("O2", "2026-11-16", 99));
        Figure Revenue(params Order[] orders) => SaleSums.Of(Sales(orders)).RevenueFigure(new SectionWorld(orders).At("2026-11"));

        Assert.Equal((40m, 0.5m, "partial", 1), (Revenue(euros, dollars).Value, Revenue(euros, dollars).Coverage, Revenue(euros, dollars).Status, Revenue(euros, dollars).N));
        Assert.Equal((null, 0m, "undefined", Reason.NoRate.Text.En), (Revenue(dollars).Value, Revenue(dollars).Coverage, Revenue(dollars).Status, Revenue(dollars).Reason));
        Assert.Equal((40m, "ok"), (Revenue(euros).Value, Revenue(euros).Status));
    }

    [Fact]
    public void The_margin_counts_its_lines_against_coverage()
    {
        var costed = Made.Order("O1", "2026-11-16", "C1", 40) with { Lines = [new OrderLine { Number = 1, Quantity = 1, Net = 40, UnitCost = 30 }] };
        var margin = SaleSums.Of(Sales(costed, Dollars("O2", "2026-11-16", 99))).MarginFigure(new());

        Assert.Equal((0.25m, 0.5m, "partial", 1), (margin.Value, margin.Coverage, margin.Status, margin.N));
    }

    [Fact]
    public void A_list_of_order_days_and_a_count_of_orders_have_it()
    {
        var inputs = Inputs(Dollars("O1", "2026-11-02", 40) with { Channel = SalesChannel.Manual }, Dollars("O2", "2026-11-09", 40), Dollars("O3", "2026-11-16", 40));

        Assert.Equal(1, FrictionSection.Of(inputs).Section!.ShareKeyedByHand.Value);
        Assert.Equal(["C1"], inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).Where(OrderRhythm.IsOrder).Select(sale => sale.CustomerId).Distinct());
        Assert.Empty(inputs.Sales.Between(inputs.Period.Start, inputs.Period.End));
        Assert.Empty(CustomersSection.Of(inputs).Section!.Abc);
    }

    [Fact]
    public void A_quota_is_not_missed_by_what_cannot_be_converted()
    {
        var inputs = Inputs([Dollars("O1", "2026-11-02", 40) with { RepId = "R1" }], Made.Rep("R1", "North"), Made.Target("2026-11", "rep:R1", 100));
        var row = Assert.Single(TeamsSection.Of(inputs, new TeamPipelines(inputs, inputs.Book()).Of).Section!.Reps);

        Assert.Equal((null, Reason.NoRate.Text.En), (row.Attainment.Value, row.Attainment.Reason));
    }

    [Fact]
    public void A_month_of_such_orders_alone_is_one_to_compare_with_and_no_alarm()
    {
        var alarm = MarginAlarmSection.Of(Inputs(Dollars("O1", "2025-11-03", 40), Made.Order("O2", "2026-11-03", "C1", 400))).Section!;

        Assert.Equal((false, "samePeriodLastYear", null, 400m), (alarm.Fires, alarm.Comparison, alarm.Then.Revenue, alarm.Now.Revenue));
    }

    private static Order Dollars(string id, string day, decimal net) => Made.Order(id, day, "C1", net) with
    {
        Currency = Currency.Parse("USD"),
        Lines = [new OrderLine { Number = 1, Sku = "A", Quantity = 1, Net = net }],
    };

    private static SectionInputs Inputs(params Order[] orders) => Inputs(orders, []);

    private static SectionInputs Inputs(IReadOnlyList<Order> orders, params IEnumerable<Fact> others) =>
        new SectionWorld([.. orders, .. others]).At("2026-11") with { Sales = new SalesBook(Sales([.. orders])) };

    private static List<Sale> Sales(params Order[] orders)
    {
        var conversion = new SalesConversion(Currency.Eur, ExchangeRates.None, Products, ScopeFilter.Company, new Dictionary<string, string>());
        return [.. orders.GroupBy(order => order.OrderedAt.Day).SelectMany(day =>
        {
            var lines = new LineAggregation();
            day.ToList().ForEach(lines.Add);
            return conversion.Of(lines.Total(day.Key));
        })];
    }
}
