using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// Deals won 60 days ago or more whose customer has placed no order above zero from the day of closing to the 60th day after it,
/// both included. A deal is told in the period in which its 60th day lies, once.
/// </summary>
/// <param name="Deals">By amount, largest first.</param>
/// <param name="WithoutCustomer">Won deals of the same days that name no customer: nobody can tell.</param>
public sealed record WonWithoutOrder(IReadOnlyList<DealWithoutOrder> Deals, int WithoutCustomer)
{
    private const int Days = 60;

    internal static WonWithoutOrder Of(SectionInputs inputs)
    {
        var due = inputs.Deals.Where(deal => deal is { Deleted: false, Outcome: Outcome.Won, ClosedAt: { } closed } && inputs.Period.Contains(closed.Day.AddDays(Days))).ToList();
        return new WonWithoutOrder(
            [
                .. due.Where(deal => deal.CustomerId is not null && !HasOrder(inputs, deal)).Select(deal => Told(inputs, deal))
                    .OrderByDescending(deal => deal.Amount ?? 0).ThenBy(deal => deal.OpportunityId, StringComparer.Ordinal),
            ],
            due.Count(deal => deal.CustomerId is null));
    }

    private static bool HasOrder(SectionInputs inputs, Opportunity deal)
    {
        var closed = deal.ClosedAt!.Value.Day;
        return inputs.Sales.AllBetween(closed, closed.AddDays(Days + 1)).Any(sale => sale.CustomerId == deal.CustomerId && sale.PositiveOrders > 0);
    }

    private static DealWithoutOrder Told(SectionInputs inputs, Opportunity deal)
    {
        var reporting = Currency.Parse(inputs.Settings.Currency);
        var closed = deal.ClosedAt!.Value.Day;
        var amount = deal.Amount is { } known ? inputs.Rates.Convert(new Money(known, deal.Currency ?? reporting), reporting, deal.CreatedAt?.Day ?? closed) : null;
        return new DealWithoutOrder(deal.Id, deal.Name, deal.CustomerId!, inputs.CustomerName(deal.CustomerId!), deal.RepId, closed, amount);
    }
}

/// <param name="Amount">At the rate of the day of creation; null when unknown or without a rate.</param>
public sealed record DealWithoutOrder(string OpportunityId, string? Name, string CustomerId, string CustomerName, string? OwnerId, DateOnly ClosedOn, decimal? Amount);
