using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Company;

/// <summary>Revenue against the means that brought it.</summary>
internal static class SalesEffort
{
    /// <summary>Σ net of sales with a seller ÷ count of sellers; <c>n</c> counts them. Coverage is the share of |net| with a seller, of orders where a rate is missing.</summary>
    public static Figure RevenuePerRep(SectionInputs inputs, IReadOnlyCollection<Sale> sales)
    {
        var sold = sales.Where(sale => sale.HasRate && inputs.SellerOf(sale) is not null).ToList();
        var reps = sold.Select(inputs.SellerOf).Distinct(StringComparer.Ordinal).Count();
        var isRated = sales.All(sale => sale.HasRate);
        var coverage = isRated
            ? Measurement.Share(sold.Sum(AbsoluteNet), sales.Sum(AbsoluteNet))
            : Measurement.Share(sold.Sum(sale => sale.Orders), sales.Sum(sale => sale.Orders));
        return Figure.Ratio(sold.Sum(sale => sale.Net), reps, reps, inputs.Settings, SaleReasons.NoSeller, coverage, isRated ? SaleReasons.SomeSellerMissing : Reason.NoRate) with
        {
            Unit = Currency.Parse(inputs.Settings.Currency).Code,
        };
    }

    /// <summary>Undefined without a spend fact: missing is not zero. <c>n</c> counts orders and returns.</summary>
    public static Figure CostOverRevenue(SectionInputs inputs, SaleSums sums)
    {
        var (period, settings) = (inputs.Period, inputs.Settings);
        var spend = inputs.Spend.Where(amount => period.Contains(amount.Day)).ToList();
        if (spend.Count == 0)
        {
            return Figure.Undefined("ratio", Reason.NoSpend, settings) with { Denominator = sums.Net };
        }

        var cost = spend.Sum(amount => amount.Amount) + SalesCost.Between(period.Start, period.End, settings.SalesCostPerMonth ?? 0);
        return Figure.Ratio(cost, sums.Net, sums.Orders, settings, SaleReasons.ZeroRevenue, sums.RateCoverage, Reason.NoRate);
    }

    private static decimal AbsoluteNet(Sale sale) => sale.Lines.Sum(line => line.AbsoluteNet);
}
