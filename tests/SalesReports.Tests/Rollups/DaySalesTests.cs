using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Rollups.Sales;
using SalesReports.Tests.Facts;

namespace SalesReports.Tests.Rollups;

/// <summary>A day's sales by every id: what they are written as, what the light figures and a scope's share draw from them.</summary>
public sealed class DaySalesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Gen<Order> OfTheDay = from order in AnyFact.Order
                                                  from rep in Gen.Int[0, 3]
                                                  from category in Gen.Int[0, 2]
                                                  select order with
                                                  {
                                                      OrderedAt = Moment.On(Day),
                                                      RepId = rep == 0 ? null : $"R{rep}",
                                                      Lines = [.. order.Lines.Select(line => line with { Category = category == 0 ? null : $"K{category}", ListUnitPrice = category == 1 ? 9.90m : null })],
                                                  };

    [Fact]
    public void Sales_come_out_the_same_bytes_in_whatever_order_their_orders_come() => OfTheDay.Array[0, 30].Sample(orders =>
        Assert.Equal(SalesText.Write([Of(orders)]), SalesText.Write([Of(orders.Reverse())])));

    [Fact]
    public void Sales_survive_being_written() => Gen.Select(OfTheDay.Array[0, 30], OfTheDay.Array[0, 9]).Sample((some, others) =>
    {
        var days = new[] { Of(some), Of(others) with { Day = Day.AddDays(1) } };
        var read = SalesText.Read(Compressed.Read(Compressed.Write(SalesText.Write(days))));
        Assert.Equal(days.Select(Flat), read.Select(Flat));
    });

    [Fact]
    public void Equal_amounts_are_written_the_same_whatever_their_zeros()
    {
        var plain = Of([Order("C1", "R1", 2.5m)]);
        var padded = Of([Order("C1", "R1", 2.50m)]);
        Assert.Equal(SalesText.Write([plain]), SalesText.Write([padded]));
    }

    [Fact]
    public void The_shares_of_a_day_add_up_to_its_rollup() => OfTheDay.Array[0, 30].Sample(orders =>
    {
        var built = Built(orders);
        foreach (var totals in built.Rollup.Orders)
        {
            var shares = built.Shares.Orders.Where(share => share.Totals.Currency == totals.Currency).Select(share => share.Totals).ToList();
            Assert.Equal((totals.Count, totals.Net), (shares.Sum(s => s.Count), shares.Sum(s => s.Net)));
            Assert.Equal(totals.PositiveNets, shares.SelectMany(s => s.PositiveNets).Order());
            Assert.Equal(totals.Costed, shares.Aggregate(new CostedLines(0, 0, 0, 0), (sum, s) =>
                new CostedLines(sum.Lines + s.Costed.Lines, sum.Net + s.Costed.Net, sum.AbsoluteNet + s.Costed.AbsoluteNet, sum.Cost + s.Costed.Cost)));
            Assert.Equal(totals.Uncosted.Sum(u => u.Quantity), shares.SelectMany(s => s.Uncosted).Sum(u => u.Quantity));
        }

        Assert.Equal(built.Rollup.Orders.Sum(o => o.Count), built.Shares.Orders.Sum(s => s.Totals.Count));
    });

    [Fact]
    public void Sales_in_the_reporting_currency_add_up_to_the_figures() => OfTheDay.Array[0, 30].Sample(orders =>
    {
        var built = Built(orders);
        var rates = new ExchangeRates([(Day, Currency.Parse("USD"), 1.1m)]);
        var products = new Dictionary<string, Product>(StringComparer.Ordinal) { ["A"] = new() { Source = "csv", Id = "A", UnitCost = 3, Category = "lamps" } };
        var figures = new Conversion(Currency.Eur, rates, products).Of(built.Rollup);
        var sales = new SalesConversion(Currency.Eur, rates, products, ScopeFilter.Company, new Dictionary<string, string>()).Of(built.Sales).ToList();

        Assert.Equal((figures.Orders, figures.OrdersWithoutRate), (sales.Where(sale => sale.HasRate).Sum(sale => sale.Orders), sales.Where(sale => !sale.HasRate).Sum(sale => sale.Orders)));
        Assert.Equal(figures.Margin.LinesWithoutRate, sales.SelectMany(sale => sale.Lines).Where(line => !line.HasRate || line.CostLacksRate).Sum(line => line.Lines));
        Assert.Equal(built.Rollup.ActiveCustomers, sales.Where(sale => sale.PositiveOrders > 0).Select(sale => sale.CustomerId).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(figures.Net, sales.Sum(sale => sale.Net), 9);
        Assert.Equal(figures.PositiveNets.Sum(), sales.SelectMany(sale => sale.PositiveNets).Sum(), 9);
        Assert.Equal(figures.Margin.KnownCost, sales.SelectMany(sale => sale.Lines).Sum(line => line.Cost ?? 0), 9);
        Assert.Equal(figures.Margin.KnownLines, sales.SelectMany(sale => sale.Lines).Where(line => line.Cost is not null).Sum(line => line.Lines));
        Assert.Equal(figures.Margin.AbsoluteNet, sales.SelectMany(sale => sale.Lines).Sum(line => line.AbsoluteNet), 9);
    });

    [Fact]
    public void A_return_is_negative_and_no_bridge_takes_it()
    {
        var order = Order("C1", "R1", 40) with { Status = OrderStatus.Return };
        var line = Assert.Single(Assert.Single(Of([order]).Groups).Lines);
        Assert.Equal((false, -2m, -40m, 40m, -6m, -50m), (line.InBridge, line.Quantity, line.Net, line.AbsoluteNet, line.Cost, line.List));
    }

    [Fact]
    public void A_merged_customers_sales_stand_under_its_one_id()
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal) { ["C1"] = "C9" };
        var conversion = new SalesConversion(Currency.Eur, ExchangeRates.None, new Dictionary<string, Product>(), ScopeFilter.Company, merged);
        Assert.Equal(["C9", "C2"], conversion.Of(Of([Order("C1", null, 10), Order("C2", null, 20)])).Select(sale => sale.CustomerId));
    }

    private static DaySales Of(IEnumerable<Order> orders) => Built(orders).Sales;

    private static BuiltDay Built(IEnumerable<Order> orders)
    {
        var builder = new DayRollupBuilder(Day);
        foreach (var order in orders)
        {
            builder.Add(order);
        }

        return builder.Build();
    }

    private static Order Order(string customer, string? rep, decimal net) => new()
    {
        Source = "csv",
        Id = customer,
        CustomerId = customer,
        RepId = rep,
        OrderedAt = Moment.On(Day),
        Lines = [new OrderLine { Number = 1, Quantity = 2, Net = net, UnitCost = 3, ListUnitPrice = 25 }],
    };

    /// <summary>With lists opened, so that equal content is equal.</summary>
    private static string Flat(DaySales day) => System.Text.Json.JsonSerializer.Serialize(day);
}
