using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>Where revenue and margin come from. Source: metrics.md, company.</summary>
internal static class PlainCompany
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var all = book.Sales(month.Start, month.End).ToList();
        var sales = all.FindAll(sale => sale.Net is not null);
        var revenue = sales.Sum(sale => sale.Net!.Value);
        var customers = sales.GroupBy(sale => sale.Customer, StringComparer.Ordinal).Select(own => own.Sum(sale => sale.Net!.Value)).OrderDescending().ToList();
        return new()
        {
            ["categories"] = By(all, (_, line) => line.Category),
            ["segments"] = By(all, (sale, _) => book.World.Customers.GetValueOrDefault(sale.Customer)?.Segment),
            ["territories"] = By(all, (sale, _) => book.World.Customers.GetValueOrDefault(sale.Customer)?.Territory),
            ["channels"] = By(all, (sale, _) => sale.Channel),
            ["topCustomers"] = new JsonObject(new[] { 1, 5, 10 }.Select(count => KeyValuePair.Create($"top{count}", (JsonNode?)customers.Take(count).Sum().Over(revenue)))),
            ["revenuePerRep"] = sales.Where(sale => sale.Rep is not null).Sum(sale => sale.Net!.Value).Over(sales.Select(sale => sale.Rep).OfType<string>().Distinct(StringComparer.Ordinal).Count()),
            ["priceRealisation"] = Realisation(sales),
            ["costOverRevenue"] = Cost(book, month) is { } cost ? cost.Over(revenue) : null,
        };
    }

    private static JsonObject Realisation(List<Sale> sales)
    {
        var realisation = PlainRealisation.Of(sales.SelectMany(sale => sale.Lines));
        return new() { ["value"] = realisation.Value, ["numerator"] = realisation.Net, ["denominator"] = realisation.List };
    }

    /// <summary>Revenue and margin by key; no key is a row of its own. Where nothing could be converted, revenue is not known.</summary>
    private static JsonArray By(List<Sale> sales, Func<Sale, SoldLine, string?> key) =>
    [
        .. sales.SelectMany(sale => sale.Lines.Select(line => (Key: key(sale, line), Line: line))).GroupBy(entry => entry.Key, entry => entry.Line, StringComparer.Ordinal)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => new JsonObject { ["id"] = own.Key, ["revenue"] = own.All(line => line.Net is null) ? null : own.Sum(line => line.Net), ["grossMargin"] = Margin(own) }),
    ];

    /// <summary>(Σ net − Σ cost) ÷ Σ net over lines whose cost is known.</summary>
    public static decimal? Margin(IEnumerable<SoldLine> lines)
    {
        var known = lines.Where(line => line is { Net: not null, Cost: not null }).ToList();
        return known.Sum(line => line.Net!.Value - line.Cost!.Value).Over(known.Sum(line => line.Net!.Value));
    }

    /// <summary>Spend of the month and its sales cost where one is configured; missing where neither is known.</summary>
    private static decimal? Cost(PlainBook book, PlainPeriod month)
    {
        var spend = book.Spend(month.Start, month.End).ToList();
        return spend.Count == 0 ? null : spend.Sum(fact => fact.Amount) + (book.World.Settings.SalesCostPerMonth ?? 0);
    }
}
