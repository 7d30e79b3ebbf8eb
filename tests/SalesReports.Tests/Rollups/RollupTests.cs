using System.Text.Json;
using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Store;
using SalesReports.Tests.Facts;

namespace SalesReports.Tests.Rollups;

/// <summary>Days add up in any order, weeks and months are sums of days, and what is joined later leaves a day alone.</summary>
public sealed class RollupTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void A_day_comes_out_the_same_in_whatever_order_its_facts_come() => AnyFact.Any.Array[0, 40].Sample(facts =>
    {
        var backwards = facts.Reverse().ToArray();
        Assert.Equal(Written(RollUp(Day, facts)), Written(RollUp(Day, backwards)));
    });

    [Fact]
    public void A_rollup_survives_being_written() => AnyFact.Any.Array[0, 40].Sample(facts =>
    {
        var written = Written(RollUp(Day, facts));
        Assert.Equal(written, Written(JsonSerializer.Deserialize<DayRollup>(written, FactRow.Json)!));
    });

    [Fact]
    public void Figures_of_a_range_are_the_sum_of_its_parts_however_it_is_cut() => Gen.Select(AnyFact.Any.Array[0, 60], Gen.Int[0, 41]).Sample((facts, cut) =>
    {
        var start = new DateOnly(2026, 3, 1);
        var days = Enumerable.Range(0, 41).Select(i => RollUp(start.AddDays(i), facts)).ToList();
        var history = new SalesHistory(days, Euros(), [], null, null);
        var whole = history.Between(start, start.AddDays(41));
        var parts = Figures.Sum([history.Between(start, start.AddDays(cut)), history.Between(start.AddDays(cut), start.AddDays(41))]);
        Assert.Equal((whole.Net, whole.Orders, whole.Won, whole.Spend, whole.Margin), (parts.Net, parts.Orders, parts.Won, parts.Spend, parts.Margin));
        Assert.Equal(whole.PositiveNets.Order(), parts.PositiveNets.Order());
        Assert.Equal(whole.CycleDays.Order(), parts.CycleDays.Order());
    });

    /// <summary>Counted anew from the orders: each customer once in any range.</summary>
    [Fact]
    public void Customers_of_a_range_are_counted_once_each_whatever_days_they_bought_on() => Gen.Select(AnyFact.Order.Array[0, 60], Gen.Int[0, 41], Gen.Int[0, 41]).Sample((orders, from, length) =>
    {
        var first = new DateOnly(2026, 3, 1);
        var (start, end) = (first.AddDays(from), first.AddDays(from + length));
        var history = new SalesHistory([.. Enumerable.Range(0, 82).Select(i => RollUp(first.AddDays(i), [.. orders.Where(order => order.OrderedAt.Day == first.AddDays(i))]))], Euros(), [], null, null);
        var expected = orders.Where(order => order is { Deleted: false, Status: OrderStatus.Booked, CustomerId: not null } && order.Lines.Sum(line => line.Net) > 0)
            .Where(order => order.OrderedAt.Day >= start && order.OrderedAt.Day < end).Select(order => order.CustomerId!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(expected.Order(StringComparer.Ordinal), history.ActiveCustomers(start, end).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void An_open_or_cancelled_order_begins_the_data_and_counts_nowhere_else()
    {
        var day = RollUp(Day, Order(OrderStatus.Open, 100), Order(OrderStatus.Cancelled, 50));

        Assert.Equal((2, 0, 0), (day.OrderFacts, day.Orders.Count, day.ActiveCustomers.Count));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(-50)]
    public void A_return_is_negative_whatever_its_sign_and_makes_nobody_active(int net)
    {
        var day = RollUp(Day, Order(OrderStatus.Return, net));

        Assert.Equal(-50m, day.Orders[0].Net);
        Assert.Empty(day.ActiveCustomers);
        Assert.Empty(day.Orders[0].PositiveNets);
    }

    [Fact]
    public void A_products_cost_stands_in_where_a_line_has_none_and_a_missing_rate_takes_the_line_out()
    {
        var day = RollUp(Day, Order(OrderStatus.Booked, 100, sku: "P"), Order(OrderStatus.Booked, 40, sku: "Q"));
        Dictionary<string, Product> products = new()
        {
            ["P"] = new Product { Source = "csv", Id = "P", UnitCost = 30 },
            ["Q"] = new Product { Source = "csv", Id = "Q", UnitCost = 10, Currency = Currency.Parse("USD") },
        };

        var margin = new Conversion(Currency.Eur, ExchangeRates.None, products).Of(day).Margin;

        Assert.Equal(new MarginFigures(2, 140, 1, 100, 100, 60, 1), margin);
    }

    [Fact]
    public void A_deal_counts_on_the_day_it_closed_only()
    {
        var deal = new Opportunity { Source = "csv", Id = "D", Stage = "s", CreatedAt = Moment.On(Day), ClosedAt = Moment.On(Day.AddDays(9)), Outcome = Outcome.Won };

        Assert.Equal(0, RollUp(Day, deal).Deals.Won);
        Assert.Equal([9], RollUp(Day.AddDays(9), deal).Deals.CycleDays);
        Assert.Empty(RollUp(Day.AddDays(9), deal with { CreatedAt = Moment.On(Day.AddDays(10)) }).Deals.CycleDays);
        Assert.Equal(1, RollUp(Day.AddDays(9), deal with { CreatedAt = null }).Deals.WonWithoutCreation);
    }

    [Fact]
    public void A_deleted_fact_adds_nothing() =>
        Assert.Equal(Written(RollUp(Day)), Written(RollUp(Day, Order(OrderStatus.Booked, 100) with { Deleted = true })));

    private static Conversion Euros() => new(Currency.Eur, ExchangeRates.None, new Dictionary<string, Product>());

    private static DayRollup RollUp(DateOnly day, params Fact[] facts)
    {
        var builder = new DayRollupBuilder(day);
        foreach (var fact in facts)
        {
            builder.Add(fact);
        }

        return builder.Build().Rollup;
    }

    private static Order Order(OrderStatus status, decimal net, string? sku = null) => new()
    {
        Source = "csv",
        Id = $"O{net}",
        CustomerId = "C",
        OrderedAt = Moment.On(Day),
        Status = status,
        Lines = [new OrderLine { Number = 1, Sku = sku, Quantity = 2, Net = net }],
    };

    private static string Written(DayRollup day) => JsonSerializer.Serialize(day, FactRow.Json);
}
