using SalesReports.Identity;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// One sale that two sources may both have sent: the same company, day and net amount. Nothing is left out of a figure for it;
/// people decide, and take it out of one of the sources. Source: metrics.md, customer identity.
/// </summary>
/// <param name="Net">In the currency of the orders.</param>
/// <param name="Sources">Two or more, ordinal order.</param>
public sealed record PossibleDuplicate(DateOnly Day, string CustomerId, string? Currency, decimal Net, IReadOnlyList<string> Sources)
{
    /// <summary>By day, then customer, then amount.</summary>
    public static IReadOnlyList<PossibleDuplicate> Of(IEnumerable<DaySales> days, CustomerIdentities who) =>
    [
        .. from day in days
           from order in day.Groups.SelectMany(sold => sold.PositiveNets.Select(net => (sold, net)))
               .GroupBy(order => (Company: who.Of(order.sold.CustomerId), Currency: order.sold.Currency?.Code, order.net), order => CustomerKey.SourceOf(order.sold.CustomerId))
           let sources = order.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
           where sources.Count > 1
           orderby day.Day, order.Key.Company, order.Key.net
           select new PossibleDuplicate(day.Day, order.Key.Company, order.Key.Currency, order.Key.net, sources),
    ];
}
