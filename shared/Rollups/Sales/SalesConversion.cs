using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// Turns a day's sales into the reporting currency, with the products' costs, list prices and categories where lines have none,
/// under the one id of merged customers, cut to what a scope may see. Source: metrics.md, rules 2, 8, 9 and 10.
/// </summary>
/// <param name="merged">Customer id to the id it was merged into; one that is not in it stands for itself.</param>
public sealed class SalesConversion(
    Currency reporting, ExchangeRates rates, IReadOnlyDictionary<string, Product> products, ScopeFilter scope, IReadOnlyDictionary<string, string> merged)
{
    /// <summary>The sales of the day; a group without a usable rate is left out.</summary>
    public IEnumerable<Sale> Of(DaySales day)
    {
        var factors = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var group in day.Groups)
        {
            if (scope.SeesOrder(group.RepId, group.CustomerId) && Factor(group.Currency, day.Day, factors) is { } factor)
            {
                yield return new Sale(
                    day.Day,
                    merged.GetValueOrDefault(group.CustomerId, group.CustomerId),
                    group.RepId,
                    group.Channel,
                    group.LeadSource,
                    group.Orders,
                    factor == 1 ? group.PositiveNets : [.. group.PositiveNets.Select(net => net * factor)],
                    [.. group.Lines.Select(line => Line(line, factor, day.Day, factors))]);
            }
        }
    }

    private SaleLine Line(LineGroup line, decimal factor, DateOnly day, Dictionary<string, decimal?> factors)
    {
        var product = line.Sku is { } sku ? products.GetValueOrDefault(sku) : null;
        return new SaleLine(
            line.Sku,
            line.Category ?? product?.Category,
            line.InBridge,
            line.Lines,
            line.Quantity,
            line.Net * factor,
            line.AbsoluteNet * factor,
            line.Cost is { } cost ? cost * factor : OfProduct(product?.UnitCost),
            line.List is { } list ? list * factor : OfProduct(product?.ListPrice));

        decimal? OfProduct(decimal? unit) => unit * line.Quantity * (unit is null ? null : Factor(product!.Currency, day, factors));
    }

    /// <summary>What one unit of the currency is worth in the reporting currency on the day; null without a usable rate.</summary>
    private decimal? Factor(Currency? currency, DateOnly day, Dictionary<string, decimal?> factors)
    {
        if (currency is not { } foreign || foreign == reporting)
        {
            return 1m;
        }

        if (!factors.TryGetValue(foreign.Code, out var factor))
        {
            factors[foreign.Code] = factor = rates.Convert(new Money(1m, foreign), reporting, day);
        }

        return factor;
    }
}
