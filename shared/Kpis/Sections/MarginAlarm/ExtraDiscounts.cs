using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.MarginAlarm;

/// <summary>
/// What was given away beyond habit, per rep, customer and product: max(0, realisation of the 12 preceding months − this month's)
/// × Σ list of this month. 0 for who has no preceding months. Largest first, ties by ordinal id. Source: metrics.md, monthly report 3.
/// </summary>
public sealed record ExtraDiscounts(IReadOnlyList<ExtraDiscount> ByRep, IReadOnlyList<ExtraDiscount> ByCustomer, IReadOnlyList<ExtraDiscount> ByProduct)
{
    internal static ExtraDiscounts Of(SectionInputs inputs)
    {
        var before = inputs.Sales.Between(inputs.Period.Start.AddMonths(-12), inputs.Period.Start).ToList();
        var now = inputs.Sales.Between(inputs.Period.Start, inputs.Period.End).ToList();
        return new ExtraDiscounts(
            Compare(before, now, (sale, _) => inputs.SellerOf(sale), inputs.RepName),
            Compare(before, now, (sale, _) => sale.CustomerId, inputs.CustomerName),
            Compare(before, now, (_, line) => line.Sku, inputs.ProductName));
    }

    /// <summary>Lines without the key (no seller, no sku) and lines without a list price stay out.</summary>
    private static IReadOnlyList<ExtraDiscount> Compare(IEnumerable<Sale> before, IEnumerable<Sale> now, Func<Sale, SaleLine, string?> key, Func<string, string> name)
    {
        var habits = Sums(before, key);
        return
        [
            .. Sums(now, key).Select(own => new ExtraDiscount(own.Key, name(own.Key), Extra(habits.GetValueOrDefault(own.Key), own.Value)))
                .OrderByDescending(row => row.Value).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, SaleSums> Sums(IEnumerable<Sale> sales, Func<Sale, SaleLine, string?> key) => sales
        .SelectMany(sale => sale.Lines.Where(line => line.List is not null).Select(line => (Key: key(sale, line), Line: line)))
        .Where(entry => entry.Key is not null)
        .GroupBy(entry => entry.Key!, entry => entry.Line, StringComparer.Ordinal)
        .ToDictionary(own => own.Key, SaleSums.Of, StringComparer.Ordinal);

    /// <summary>A month of returns alone (Σ list not above zero) gave no discount.</summary>
    private static decimal Extra(SaleSums? before, SaleSums now) =>
        now.List > 0 && before?.PriceRealisation is { } habit ? Math.Max(0, habit - now.PriceRealisation!.Value) * now.List : 0;
}

/// <param name="Value">In the reporting currency.</param>
public sealed record ExtraDiscount(string Id, string Name, decimal Value);
