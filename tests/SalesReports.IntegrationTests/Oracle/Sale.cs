namespace SalesReports.IntegrationTests.Oracle;

/// <summary>A counted order with its signs set and its amounts converted. Source: metrics.md, rules 2 and 8.</summary>
/// <param name="Net">In the reporting currency; null without a usable rate.</param>
/// <param name="IsOrder">Booked with net above zero, whatever the rate: a date is no sum.</param>
internal sealed record Sale(DateOnly Day, string Customer, decimal? Net, bool IsOrder, IReadOnlyList<SoldLine> Lines)
{
    public required string Id { get; init; }

    public bool IsBooked { get; init; }

    /// <summary>Who sold it: the order's rep, else the customer's owner, else nobody. Source: metrics.md, rule 10.</summary>
    public string? Rep { get; init; }

    public string? Channel { get; init; }

    public string? LeadSource { get; init; }

    public static Sale Of(PlainOrder order, PlainWorld world)
    {
        var lines = order.Lines.Select(line => SoldLine.Of(line, order, world)).ToList();
        var converts = world.Convert(1, order.Currency, order.Day) is not null;
        return new(
            order.Day, order.Customer, converts ? lines.Sum(line => line.Net!.Value) : null,
            order.Status == "booked" && order.Lines.Sum(line => line.Net) > 0, lines)
        {
            Id = order.Id,
            IsBooked = order.Status == "booked",
            Rep = world.SellerOf(order),
            Channel = order.Channel,
            LeadSource = order.LeadSource,
        };
    }
}

/// <param name="RateMissing">An amount of it is in a currency without a usable rate.</param>
internal sealed record SoldLine(decimal? Net, decimal? Cost, bool RateMissing)
{
    public string? Sku { get; init; }

    /// <summary>The line's own, else the product's.</summary>
    public string? Category { get; init; }

    public decimal Quantity { get; init; }

    /// <summary>List price × quantity; null when unknown.</summary>
    public decimal? List { get; init; }

    public bool IsBooked { get; init; }

    /// <summary>Sold for money, in whatever currency: no return and not for free.</summary>
    public bool IsPaid { get; init; }

    public static SoldLine Of(PlainLine line, PlainOrder order, PlainWorld world)
    {
        var back = order.Status == "return";
        var quantity = back ? -Math.Abs(line.Quantity) : line.Quantity;
        var net = world.Convert(back ? -Math.Abs(line.Net) : line.Net, order.Currency, order.Day);
        var product = line.Sku is null ? null : world.Products.GetValueOrDefault(line.Sku);
        var (unitCost, currency) = line.UnitCost is { } own ? (own, order.Currency) : (product?.UnitCost, product?.Currency);
        var cost = unitCost is { } each ? world.Convert(each * quantity, currency, order.Day) : null;
        var (price, priceCurrency) = line.ListPrice is { } listed ? (listed, order.Currency) : (product?.ListPrice, product?.Currency);
        return new(net, cost, net is null || (unitCost is not null && cost is null))
        {
            Sku = line.Sku,
            Category = line.Category ?? product?.Category,
            Quantity = quantity,
            List = price is { } one ? world.Convert(one * quantity, priceCurrency, order.Day) : null,
            IsBooked = !back,
            IsPaid = !back && quantity > 0 && line.Net != 0,
        };
    }
}
