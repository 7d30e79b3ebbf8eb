using System.Text.Json;
using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Tests.Rollups;

/// <summary>The fast way of adding up lines gives what plain decimals and grouping by text give, to the last digit.</summary>
public sealed class LineAggregationExactnessTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Gen<decimal> Quantity = Gen.OneOf(Gen.Int[-50, 500].Select(i => (decimal)i), Gen.Int[-9_999, 99_999].Select(i => i / 100m));

    /// <summary>Beyond what 64 bits hold once multiplied, and with zeros at the end.</summary>
    private static readonly Gen<decimal> Large = Gen.OneOf(
        Gen.Int[-500_000, 500_000].Select(i => i / 100m), Gen.Long[-999_999_999_999_999, 999_999_999_999_999].Select(i => i / 100m),
        Gen.Int[0, 3].Select(i => new decimal(250, 0, 0, false, (byte)i)));

    /// <summary>More places than the fast sum has.</summary>
    private static readonly Gen<decimal> Fine = Gen.OneOf(Gen.Int[-500_000, 500_000].Select(i => i / 10_000m), Gen.Int[-99_999, 99_999].Select(i => i / 100_000_000_000m));

    [Fact]
    public void Large_amounts_add_up_as_plain_decimals_do() => Orders(Large).Sample(AddsUpPlainly);

    [Fact]
    public void Fine_amounts_add_up_as_plain_decimals_do() => Orders(Fine).Sample(AddsUpPlainly);

    [Fact]
    public void Trailing_zeros_do_not_make_a_difference()
    {
        var aggregation = new LineAggregation();
        aggregation.Add(Order(2.50m, 1.10m));

        var line = Assert.Single(Assert.Single(aggregation.Total(Day).Groups).Lines);
        Assert.Equal("2.5", line.Net.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("2.75", line.Cost!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void AddsUpPlainly(Order[] orders)
    {
        var aggregation = new LineAggregation();
        Array.ForEach(orders, aggregation.Add);
        Assert.Equal(Written(Plainly(orders)), Written(aggregation.Total(Day)));
    }

    private static Gen<Order[]> Orders(Gen<decimal> amount) =>
        (from customer in One("C1", "C2", "c1")
         from rep in One(null, "R1", "R2")
         from channel in Gen.Enum<SalesChannel>().Nullable()
         from source in One(null, "Fair")
         from currency in One(null, "EUR", "USD")
         from status in Gen.Enum<OrderStatus>()
         from lines in Line(amount).Array[0, 6]
         select new Order
         {
             Source = "csv",
             Id = "O",
             OrderedAt = Moment.On(Day),
             CustomerId = customer!,
             RepId = rep,
             Channel = channel,
             LeadSource = source,
             Currency = currency is null ? null : Currency.Parse(currency),
             Status = status,
             Lines = lines,
         }).Array[0, 60];

    private static Gen<OrderLine> Line(Gen<decimal> amount) =>
        from sku in One(null, "A", "B", "a", "é")
        from category in One(null, "x", "y")
        from quantity in Quantity
        from net in amount
        from cost in amount.Nullable()
        from list in amount.Nullable()
        select new OrderLine { Number = 1, Sku = sku, Category = category, Quantity = quantity, Net = net, UnitCost = cost, ListUnitPrice = list };

    private static Order Order(decimal net, decimal cost) => new()
    {
        Source = "csv",
        Id = "O",
        OrderedAt = Moment.On(Day),
        CustomerId = "C",
        Lines = [new OrderLine { Number = 1, Quantity = 2.50m, Net = net, UnitCost = cost }],
    };

    private static DaySales Plainly(IEnumerable<Order> orders) => new(Day,
    [
        .. orders.Where(order => order.Status is OrderStatus.Booked or OrderStatus.Return)
            .GroupBy(order => (order.CustomerId, order.RepId, order.Channel, order.LeadSource, order.Currency))
            .OrderBy(group => group.Key.CustomerId, StringComparer.Ordinal).ThenBy(group => group.Key.RepId, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Channel).ThenBy(group => group.Key.LeadSource, StringComparer.Ordinal).ThenBy(group => group.Key.Currency)
            .Select(group => new SaleGroup(
                group.Key.CustomerId, group.Key.RepId, group.Key.Channel, group.Key.LeadSource, group.Key.Currency, group.Count(),
                [.. group.Where(order => order.Status == OrderStatus.Booked).Select(order => order.Lines.Sum(line => line.Net)).Where(net => net > 0).Order().Select(Short)],
                [.. PlainLines(group)])),
    ]);

    private static IEnumerable<LineGroup> PlainLines(IEnumerable<Order> orders) => orders
        .SelectMany(order => order.Lines.Select(line => order.Status == OrderStatus.Return ? line with { Net = -Math.Abs(line.Net), Quantity = -Math.Abs(line.Quantity) } : line)
            .Select(line => (Line: line, InBridge: order.Status == OrderStatus.Booked && line.Quantity > 0 && line.Net != 0)))
        .GroupBy(one => (one.Line.Sku, one.Line.Category, one.InBridge, HasCost: one.Line.UnitCost is not null, HasList: one.Line.ListUnitPrice is not null), one => one.Line)
        .OrderBy(group => group.Key.Sku, StringComparer.Ordinal).ThenBy(group => group.Key.Category, StringComparer.Ordinal)
        .ThenBy(group => group.Key.InBridge).ThenBy(group => group.Key.HasCost).ThenBy(group => group.Key.HasList)
        .Select(group => new LineGroup(
            group.Key.Sku, group.Key.Category, group.Key.InBridge, group.Count(), Short(group.Sum(line => line.Quantity)), Short(group.Sum(line => line.Net)),
            Short(group.Sum(line => Math.Abs(line.Net))), group.Key.HasCost ? Short(group.Sum(line => line.UnitCost!.Value * line.Quantity)) : null,
            group.Key.HasList ? Short(group.Sum(line => line.ListUnitPrice!.Value * line.Quantity)) : null));

    private static decimal Short(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static string Written(DaySales sales) => JsonSerializer.Serialize(sales, FactRow.Json);

    private static Gen<string?> One(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
