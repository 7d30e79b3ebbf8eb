namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// Σ net of the period's sales to companies that no CRM keeps a record of ÷ Σ net of all. A CRM is a source that sends opportunities.
/// </summary>
/// <param name="Share">Undefined without a source of opportunities, and without a sale.</param>
/// <param name="Customers">How many companies.</param>
/// <param name="Largest">The ten with the most revenue.</param>
public sealed record OrdersWithoutAccount(Figure Share, int Customers, IReadOnlyList<CustomerWithoutAccount> Largest)
{
    private const int Shown = 10;

    internal static OrdersWithoutAccount Of(SectionInputs inputs)
    {
        var crm = inputs.Deals.Select(deal => deal.Source).ToHashSet(StringComparer.Ordinal);
        if (crm.Count == 0)
        {
            return new OrdersWithoutAccount(Figure.Undefined("ratio", QualityReasons.NoCrm, inputs.Settings), 0, []);
        }

        var sales = inputs.Sales.Between(inputs.Period.Start, inputs.Period.End).ToList();
        var unseen = sales.Where(sale => !inputs.Identities.IsKnownTo(sale.CustomerId, crm)).GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
            .Select(own => new CustomerWithoutAccount(own.Key, inputs.CustomerName(own.Key), own.Sum(sale => sale.Orders), own.Sum(sale => sale.Net)))
            .OrderByDescending(own => own.Revenue).ThenBy(own => own.CustomerId, StringComparer.Ordinal).ToList();
        return new OrdersWithoutAccount(
            Figure.Ratio(unseen.Sum(own => own.Revenue), sales.Sum(sale => sale.Net), unseen.Sum(own => own.Orders), inputs.Settings, SaleReasons.ZeroRevenue) with { SmallSample = false },
            unseen.Count,
            [.. unseen.Take(Shown)]);
    }
}

/// <param name="Orders">Booked orders and returns.</param>
public sealed record CustomerWithoutAccount(string CustomerId, string Name, int Orders, decimal Revenue);
