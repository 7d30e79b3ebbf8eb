using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// How much of the period's sales has what the figures are made of: share of |net| of the lines, by count of lines when a rate is
/// missing. Undefined without a sale. Source: metrics.md, rule 4 and monthly report 15.
/// </summary>
/// <param name="ExchangeRate">Orders and returns, by count, whose amount could be converted.</param>
/// <param name="Cost">A cost, the line's or the product's.</param>
/// <param name="ListPrice">A list price, the line's or the product's.</param>
/// <param name="Category">A category, the line's or the product's.</param>
/// <param name="Seller">A rep, or an owner of the customer.</param>
/// <param name="Channel">The channel the order came through.</param>
/// <param name="CustomerRecord">A customer that master data know.</param>
public sealed record SalesCoverages(Figure ExchangeRate, Figure Cost, Figure ListPrice, Figure Category, Figure Seller, Figure Channel, Figure CustomerRecord)
{
    internal static SalesCoverages Of(SectionInputs inputs)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToList();
        var lines = sales.SelectMany(sale => sale.Lines.Select(line => (Sale: sale, Line: line))).ToList();
        var isRated = sales.TrueForAll(sale => sale.HasRate);
        return new SalesCoverages(
            Share(sales.Where(sale => sale.HasRate).Sum(sale => sale.Orders), sales.Sum(sale => sale.Orders), sales.Sum(sale => sale.Orders)),
            Having((_, line) => line.Cost is not null),
            Having((_, line) => line.List is not null),
            Having((_, line) => line.Category is not null),
            Having((sale, _) => inputs.SellerOf(sale) is not null),
            Having((sale, _) => sale.Channel is not null),
            Having((sale, _) => inputs.Customers.ContainsKey(sale.CustomerId)));

        decimal Weight(SaleLine line) => isRated ? line.AbsoluteNet : line.Lines;

        Figure Having(Func<Sale, SaleLine, bool> has) => Share(
            lines.Where(entry => has(entry.Sale, entry.Line)).Sum(entry => Weight(entry.Line)), lines.Sum(entry => Weight(entry.Line)), lines.Sum(entry => entry.Line.Lines));

        Figure Share(decimal part, decimal whole, int n) => Figure.Ratio(part, whole, n, inputs.Settings, n == 0 ? Reason.NoSales : Reason.ZeroNet) with { SmallSample = false };
    }
}
