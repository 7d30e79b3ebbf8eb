namespace SalesReports.IntegrationTests.Oracle;

/// <summary>A counted order with its signs set and its amounts converted. Source: metrics.md, rules 2 and 8.</summary>
/// <param name="Net">In the reporting currency; null without a usable rate.</param>
/// <param name="IsOrder">Booked with net above zero, whatever the rate: a date is no sum.</param>
internal sealed record Sale(DateOnly Day, string Customer, decimal? Net, bool IsOrder, IReadOnlyList<SoldLine> Lines)
{
    public static Sale Of(PlainOrder order, PlainWorld world)
    {
        var lines = order.Lines.Select(line => SoldLine.Of(line, order, world)).ToList();
        var converts = world.Convert(1, order.Currency, order.Day) is not null;
        return new(
            order.Day, order.Customer, converts ? lines.Sum(line => line.Net!.Value) : null,
            order.Status == "booked" && order.Lines.Sum(line => line.Net) > 0, lines);
    }
}

/// <param name="RateMissing">An amount of it is in a currency without a usable rate.</param>
internal sealed record SoldLine(decimal? Net, decimal? Cost, bool RateMissing)
{
    public static SoldLine Of(PlainLine line, PlainOrder order, PlainWorld world)
    {
        var back = order.Status == "return";
        var quantity = back ? -Math.Abs(line.Quantity) : line.Quantity;
        var net = world.Convert(back ? -Math.Abs(line.Net) : line.Net, order.Currency, order.Day);
        var product = line.Sku is null ? null : world.Products.GetValueOrDefault(line.Sku);
        var (unitCost, currency) = line.UnitCost is { } own ? (own, order.Currency) : (product?.UnitCost, product?.Currency);
        var cost = unitCost is { } each ? world.Convert(each * quantity, currency, order.Day) : null;
        return new(net, cost, net is null || (unitCost is not null && cost is null));
    }
}

internal static class PlainRates
{
    /// <summary>Amount × rate(reporting) ÷ rate(currency), of the day or the last published at most 7 days older.</summary>
    public static decimal? Convert(this PlainWorld world, decimal amount, string? currency, DateOnly day)
    {
        var (from, to) = (currency ?? world.Settings.Currency, world.Settings.Currency);
        return from == to ? amount : amount * PerEuro(world, to, day) / PerEuro(world, from, day);
    }

    private static decimal? PerEuro(PlainWorld world, string currency, DateOnly day) => currency == "EUR"
        ? 1
        : world.Rates.Where(rate => rate.Currency == currency && rate.Day <= day && rate.Day >= day.AddDays(-7)).MaxBy(rate => rate.Day)?.PerEuro;
}
