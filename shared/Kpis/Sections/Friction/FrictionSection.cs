using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Friction;

/// <summary>What it costs a customer to buy: waiting for a price, and orders that somebody types in. Source: metrics.md, monthly report 12.</summary>
/// <param name="Quotes">How fast quotes were answered.</param>
/// <param name="ShareKeyedByHand">Orders keyed by hand ÷ orders above zero whose channel is known.</param>
public sealed record FrictionSection(SectionResult<QuoteResponse> Quotes, Figure ShareKeyedByHand)
{
    /// <summary>Undefined when the month has neither a quote nor an order with a channel.</summary>
    public static SectionResult<FrictionSection> Of(SectionInputs inputs)
    {
        var (quotes, byHand) = (QuoteResponse.Of(inputs), KeyedByHand([.. inputs.Sales.Between(inputs.Period.Start, inputs.Period.End)], inputs.Settings));
        return quotes.Section is null && byHand.Value is null
            ? SectionResult.Undefined<FrictionSection>(DealReasons.NoQuotes)
            : SectionResult.Of(new FrictionSection(quotes, byHand));
    }

    private static Figure KeyedByHand(IReadOnlyCollection<Sale> sales, MetricSettings settings)
    {
        int Orders(Func<Sale, bool> isCounted) => sales.Where(isCounted).Sum(sale => sale.PositiveNets.Count);
        var known = Orders(sale => sale.Channel is not null);
        return Figure.Ratio(
            Orders(sale => sale.Channel == SalesChannel.Manual), known, known, settings, SaleReasons.NoChannel,
            Measurement.Share(known, Orders(_ => true)), SaleReasons.SomeChannelMissing);
    }
}
