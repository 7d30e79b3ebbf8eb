using SalesReports.Facts;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Digital;

/// <summary>How much comes in without anybody keying it. Source: metrics.md, monthly report 11.</summary>
/// <param name="EdiRevenue">EDI, which stands apart from the shares.</param>
public sealed record DigitalSection(
    Figure SelfServiceShareOfRevenue, Figure SelfServiceShareOfOrders, Figure AverageOrderValueSelfService, Figure AverageOrderValueRep, Figure EdiRevenue)
{
    /// <summary>Undefined when no sale of the month says its channel.</summary>
    public static SectionResult<DigitalSection> Of(SectionInputs inputs)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToList();
        SaleSums Through(SalesChannel channel) => SaleSums.Of(sales.Where(sale => sale.Channel == channel));
        return sales.TrueForAll(sale => sale.Channel is null)
            ? SectionResult.Undefined<DigitalSection>(SaleReasons.NoChannel)
            : SectionResult.Of(new DigitalSection(
                SelfServedSales.ShareOfRevenue(sales, inputs.Settings),
                SelfServedSales.ShareOfOrders(sales, inputs.Settings),
                Through(SalesChannel.SelfService).AverageOrderFigure(inputs.Settings),
                Through(SalesChannel.Rep).AverageOrderFigure(inputs.Settings),
                Through(SalesChannel.Edi).RevenueFigure(inputs)));
    }
}
