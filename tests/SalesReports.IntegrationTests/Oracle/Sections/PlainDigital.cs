using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What customers order by themselves. Source: metrics.md, digital.</summary>
internal static class PlainDigital
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        // EDI apart; an order of unknown channel is neither. Orders are counted whatever their rate.
        var told = book.Sales(month.Start, month.End).Where(sale => sale.Channel is not (null or "edi")).ToList();
        var known = told.FindAll(sale => sale.Net is not null);
        var alone = known.FindAll(sale => sale.Channel == "self_service");
        return new()
        {
            ["selfServiceShareOfRevenue"] = Net(alone).Over(Net(known)),
            ["selfServiceShareOfOrders"] = ((decimal)Orders(told.FindAll(sale => sale.Channel == "self_service"))).Over(Orders(told)),
            ["averageOrderValueSelfService"] = Net(alone).Over(Orders(alone)),
            ["averageOrderValueRep"] = Net(known.FindAll(sale => sale.Channel == "rep")).Over(Orders(known.FindAll(sale => sale.Channel == "rep"))),
        };
    }

    private static decimal Net(List<Sale> sales) => sales.Sum(sale => sale.Net!.Value);

    private static int Orders(List<Sale> sales) => sales.Count(sale => sale.IsOrder);
}
