using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups;

/// <summary>
/// Turns a day's rollup into figures of the reporting currency, with the products' costs where lines have none.
/// Source: metrics.md, rules 2 and 8.
/// </summary>
public sealed class Conversion(Currency reporting, ExchangeRates rates, IReadOnlyDictionary<string, Product> products)
{
    public Figures Of(DayRollup day)
    {
        var usable = day.Orders.Where(o => HasRate(o.Currency, day.Day)).ToList();
        var spend = day.Spend.Where(s => HasRate(s.Currency, day.Day)).ToList();
        return new Figures
        {
            Orders = usable.Sum(o => o.Count),
            OrdersWithoutRate = day.Orders.Sum(o => o.Count) - usable.Sum(o => o.Count),
            Net = usable.Sum(o => Converted(o.Net, o.Currency, day.Day)),
            PositiveNets = [.. usable.SelectMany(o => o.PositiveNets.Select(net => Converted(net, o.Currency, day.Day)))],
            Margin = day.Orders.Aggregate(MarginFigures.None, (sum, o) => sum + MarginOf(o, day.Day)),
            Won = day.Deals.Won,
            Lost = day.Deals.Lost,
            CycleDays = day.Deals.CycleDays,
            WonWithoutCreation = day.Deals.WonWithoutCreation,
            SpendFacts = spend.Sum(s => s.Facts),
            SpendFactsWithoutRate = day.Spend.Sum(s => s.Facts) - spend.Sum(s => s.Facts),
            Spend = spend.Sum(s => Converted(s.Amount, s.Currency, day.Day)),
        };
    }

    private MarginFigures MarginOf(OrderTotals totals, DateOnly day)
    {
        var lines = totals.Costed.Lines + totals.Uncosted.Sum(u => u.Lines);
        if (!HasRate(totals.Currency, day))
        {
            return MarginFigures.None with { Lines = lines, LinesWithoutRate = lines };
        }

        decimal In(decimal amount) => Converted(amount, totals.Currency, day);
        var own = totals.Costed;
        var margin = new MarginFigures(
            lines, In(own.AbsoluteNet + totals.Uncosted.Sum(u => u.AbsoluteNet)), own.Lines, In(own.Net), In(own.AbsoluteNet), In(own.Cost), 0);
        foreach (var uncosted in totals.Uncosted)
        {
            if (uncosted.Sku is null || !products.TryGetValue(uncosted.Sku, out var product) || product.UnitCost is not { } unitCost)
            {
                continue;
            }

            margin += InReporting(unitCost * uncosted.Quantity, product.Currency, day) is { } cost
                ? new MarginFigures(0, 0, uncosted.Lines, In(uncosted.Net), In(uncosted.AbsoluteNet), cost, 0)
                : MarginFigures.None with { LinesWithoutRate = uncosted.Lines };
        }

        return margin;
    }

    private bool HasRate(Currency? currency, DateOnly day) => InReporting(1m, currency, day) is not null;

    private decimal? InReporting(decimal amount, Currency? currency, DateOnly day) => rates.Convert(new Money(amount, currency ?? reporting), reporting, day);

    private decimal Converted(decimal amount, Currency? currency, DateOnly day) =>
        InReporting(amount, currency, day) ?? throw new InvalidOperationException($"No rate for {currency} on {day:yyyy-MM-dd}, although one was found before.");
}
