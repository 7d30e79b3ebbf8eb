using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Qualification;

/// <summary>Some of the open deals. Amounts in the reporting currency; deals without a known or convertible amount are counted and add nothing.</summary>
/// <param name="Share">Amount ÷ amount of all open deals; null when that is zero.</param>
public sealed record OpenDealSum(int Count, decimal Amount, decimal? Share)
{
    public static OpenDealSum Of(IEnumerable<DealLife> some, decimal openAmount)
    {
        var deals = some.ToList();
        var amount = deals.Sum(life => life.Amount ?? 0);
        return new OpenDealSum(deals.Count, amount, openAmount == 0 ? null : amount / openAmount);
    }
}
