using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Friction;

/// <summary>Where customers wait and where people type what a customer could have sent. Source: metrics.md, 12.</summary>
/// <param name="ShareKeyedByHand">Orders above zero of the channel <c>manual</c> ÷ those of all known channels; orders without a channel count against coverage.</param>
public sealed record FrictionSection(SectionResult<QuoteResponse> Quotes, Figure ShareKeyedByHand)
{
    public static SectionResult<FrictionSection> Of(SectionInputs inputs)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToList();
        var quotes = QuoteResponse.Of(inputs);
        return quotes.Section is null && sales.Count == 0
            ? SectionResult.Undefined<FrictionSection>(DealReasons.NoQuotesAndOrders)
            : SectionResult.Of(new FrictionSection(quotes, ByHand(sales, inputs.Settings)));
    }

    private static Figure ByHand(List<Sale> sales, MetricSettings settings)
    {
        var known = sales.Where(sale => sale.Channel is not null).Sum(Orders);
        var manual = sales.Where(sale => sale.Channel == SalesChannel.Manual).Sum(Orders);
        return Figure.Ratio(manual, known, known, settings, SaleReasons.NoChannel, Measurement.Share(known, sales.Sum(Orders)), SaleReasons.SomeChannelMissing) with
        {
            Interval = Statistics.Wilson(manual, known),
        };
    }

    private static int Orders(Sale sale) => sale.PositiveOrders;
}
