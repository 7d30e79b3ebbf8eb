using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.Forecast;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Every breakdown sums to the whole, and what is not known has a row of its own.</summary>
public sealed class CompanyTests
{
    [Fact]
    public async Task Price_realisation_is_what_was_computed_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("02-margin-coverage");
        var ask = example.Asks.Single(ask => ask.Sections.ContainsKey("priceRealisation"));
        var actual = Given.Computed(CompanySection.Of(example.Inputs(ask))).PriceRealisation;
        Assert.Empty(example.Differences(ask.Sections["priceRealisation"], SectionJson.Node(new { actual.Value, Net = actual.Numerator, List = actual.Denominator })));
    }

    [Fact]
    public void Every_breakdown_sums_to_the_whole() => AnySales.Orders.Sample(orders =>
    {
        var inputs = AnySales.World(orders).At(AnySales.Month);
        if (CompanySection.Of(inputs).Section is not { } company)
        {
            return;
        }

        var (sales, whole) = (inputs.Sales.Between(inputs.Period.Start, inputs.Period.End).ToList(), inputs.History.Between(inputs.Period.Start, inputs.Period.End));
        Assert.All(new[] { company.Categories, company.Segments, company.Territories, company.Channels }, rows =>
        {
            Given.IsNear(whole.Net, rows.Sum(row => row.Revenue.Value!.Value));
            Given.IsNear(whole.Margin.KnownNet - whole.Margin.KnownCost, rows.Sum(row => row.GrossMargin.Numerator!.Value));
            Assert.Equal(whole.Margin.KnownLines, rows.Sum(row => row.GrossMargin.N));
            Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
        });
        Assert.Equal(sales.Sum(sale => sale.Orders), company.Channels.Sum(row => row.Revenue.N));
        Assert.Equal(company.TopCustomers.Top10.Value is null, whole.Net == 0);
    });

    [Fact]
    public void What_has_no_category_segment_or_channel_has_a_row_without_id()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-05", "C1", 100, category: "Paper", channel: SalesChannel.SelfService), Given.Order("2026-11-06", "C2", 300), Given.Customer("C1", segment: "Large"));

        var company = Given.Computed(CompanySection.Of(world.At("2026-11")));

        Assert.Equal([(null, 0.75m), ("Paper", 0.25m)], company.Categories.Select(row => (row.Id, row.Share!.Value)));
        Assert.Equal([(null, 0.75m), ("Large", 0.25m)], company.Segments.Select(row => (row.Id, row.Share!.Value)));
        Assert.Equal([null, "self_service"], company.Channels.Select(row => row.Name));
        Assert.Equal([null], company.Territories.Select(row => row.Id));
    }

    [Fact]
    public void A_category_without_a_known_cost_has_revenue_and_no_margin()
    {
        var world = new SectionWorld(Given.Order("2026-11-05", "C1", 100, category: "Paper", cost: 60), Given.Order("2026-11-06", "C2", 50, category: "Ink"));

        var categories = Given.Computed(CompanySection.Of(world.At("2026-11"))).Categories;

        Assert.Equal([("Paper", 0.4m, "ok"), ("Ink", null, "undefined")], categories.Select(row => (row.Id!, row.GrossMargin.Value, row.GrossMargin.Status)));
        Assert.NotNull(categories[1].GrossMargin.Reason);
    }

    [Fact]
    public void The_largest_customers_share_is_of_all_revenue()
    {
        var world = new SectionWorld(Enumerable.Range(1, 12).Select(i => Given.Order("2026-11-05", $"C{i}", i * 10)));

        var top = Given.Computed(CompanySection.Of(world.At("2026-11"))).TopCustomers;

        Assert.Equal((120m / 780, 500m / 780, 750m / 780), (top.Top1.Value, top.Top5.Value, top.Top10.Value));
        Assert.Equal((12, false), (top.Top1.N, top.Top1.SmallSample));
    }

    [Fact]
    public void Revenue_per_rep_counts_who_sold_by_name_or_by_the_customers_owner()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-05", "C1", 100, rep: "R1"), Given.Order("2026-11-06", "C1", 50), Given.Order("2026-11-06", "C2", 30), Given.Order("2026-11-07", "C3", 20),
            Given.Customer("C1", owner: "R1"), Given.Customer("C2", owner: "R2"), Given.Rep("R3"));

        var figure = Given.Computed(CompanySection.Of(world.At("2026-11"))).RevenuePerRep;

        Assert.Equal((90m, 180m, 2m, 0.9m, "EUR", "ok", true), (figure.Value, figure.Numerator, figure.Denominator, figure.Coverage, figure.Unit, figure.Status, figure.SmallSample));
    }

    [Theory]
    [InlineData(null, 0.1, "paid")]
    [InlineData(60.0, 0.4, "loaded")]
    public void Cost_over_revenue_takes_the_sales_cost_when_there_is_one(double? perMonth, double expected, string basis)
    {
        var world = new SectionWorld([Given.Order("2026-11-05", "C1", 200), Given.Spend("2026-11-01", 20), Given.Spend("2026-10-31", 500)], new MetricSettings { SalesCostPerMonth = (decimal?)perMonth });

        var company = Given.Computed(CompanySection.Of(world.At("2026-11")));

        Assert.Equal(((decimal)expected, basis), (company.CostOverRevenue.Value!.Value, company.CostBasis));
    }

    [Fact]
    public void A_month_without_spend_has_no_known_cost_and_one_without_list_prices_no_realisation()
    {
        var company = Given.Computed(CompanySection.Of(new SectionWorld(Given.Order("2026-11-05", "C1", 200)).At("2026-11")));

        Assert.Equal((null, "No marketing spend is recorded in the window: the cost is unknown."), (company.CostOverRevenue.Value, company.CostOverRevenue.Reason));
        Assert.Equal((null, "No line has a list price."), (company.PriceRealisation.Value, company.PriceRealisation.Reason));
        Assert.Equal((null, "No sale of the period belongs to a salesperson."), (company.RevenuePerRep.Value, company.RevenuePerRep.Reason));
    }

    [Fact]
    public void Sales_that_come_to_nothing_have_no_shares()
    {
        var world = new SectionWorld(Given.Order("2026-11-05", "C1", 200), Given.Order("2026-11-06", "C1", 200, status: OrderStatus.Return), Given.Spend("2026-11-06", 5));

        var company = Given.Computed(CompanySection.Of(world.At("2026-11")));

        Assert.Equal((0m, null), (company.Segments[0].Revenue.Value, company.Segments[0].Share));
        Assert.Equal((null, null), (company.TopCustomers.Top1.Value, company.CostOverRevenue.Value));
    }

    [Fact]
    public void The_accuracy_of_earlier_forecasts_stands_with_the_company()
    {
        var world = new SectionWorld(Given.Order("2026-10-05", "C1", 100), Given.Order("2026-11-05", "C1", 200));
        var inputs = world.At("2026-11") with { PastForecasts = [new PastForecast("2026-11", "2026-10", 150, null, null)] };

        Assert.Equal(0.25m, Given.Computed(CompanySection.Of(inputs)).ForecastAccuracy!.Wape);
        Assert.Null(Given.Computed(CompanySection.Of(world.At("2026-11"))).ForecastAccuracy);
    }

    [Fact]
    public void A_month_without_a_sale_has_no_company_section() =>
        Assert.Equal("no_sales", Given.WhyNot(CompanySection.Of(new SectionWorld(Given.Order("2026-10-05", "C1", 200)).At("2026-11"))));
}
