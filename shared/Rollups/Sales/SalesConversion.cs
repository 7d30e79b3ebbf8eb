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
    /// <summary>The sales of the day; a group without a usable rate comes without amounts.</summary>
    public IEnumerable<Sale> Of(DaySales day)
    {
        var factors = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var group in day.Groups)
        {
            if (!scope.SeesOrder(group.RepId, group.CustomerId))
            {
                continue;
            }

            var factor = Factor(group.Currency, day.Day, factors);
            yield return new Sale(
                day.Day,
                merged.GetValueOrDefault(group.CustomerId, group.CustomerId),
                group.RepId,
                group.Channel,
                group.LeadSource,
                group.Orders,
                factor is not { } known ? [] : known == 1 ? group.PositiveNets : [.. group.PositiveNets.Select(net => net * known)],
                [.. group.Lines.Select(line => factor is { } each ? Line(line, each, day.Day, factors) : Unrated(line))])
            {
                HasRate = factor is not null,
                PositiveOrders = group.PositiveNets.Count,
            };
        }
    }

    private SaleLine Unrated(LineGroup line) => new(
        line.Sku, line.Category ?? ProductOf(line)?.Category, line.InBridge, line.Lines, line.Quantity, 0, 0, null, null)
    { HasRate = false };

    private SaleLine Line(LineGroup line, decimal factor, DateOnly day, Dictionary<string, decimal?> factors)
    {
        var product = ProductOf(line);
        var cost = line.Cost is { } own ? own * factor : OfProduct(product?.UnitCost);
        return new SaleLine(
            line.Sku,
            line.Category ?? product?.Category,
            line.InBridge,
            line.Lines,
            line.Quantity,
            line.Net * factor,
            line.AbsoluteNet * factor,
            cost,
            line.List is { } list ? list * factor : OfProduct(product?.ListPrice))
        {
            CostLacksRate = cost is null && product?.UnitCost is not null,
        };

        decimal? OfProduct(decimal? unit) => unit * line.Quantity * (unit is null ? null : Factor(product!.Currency, day, factors));
    }

    private Product? ProductOf(LineGroup line) => line.Sku is { } sku ? products.GetValueOrDefault(sku) : null;

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
