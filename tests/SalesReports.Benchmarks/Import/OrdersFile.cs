using System.Globalization;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Import;

/// <summary>Made orders as a CSV file, a row a line.</summary>
internal static class OrdersFile
{
    public static void Write(string folder, MadeOrders orders)
    {
        using var file = new StreamWriter(Path.Combine(folder, "orders.csv"));
        file.WriteLine("order_id,ordered_at,customer_id,status,rep_id,channel,currency,lead_source,line_no,sku,product,category,quantity,list_unit_price,net_amount,unit_cost");
        foreach (var order in orders.All)
        {
            foreach (var line in order.Lines)
            {
                file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{order.Id},{order.OrderedAt.Day:yyyy-MM-dd},{order.CustomerId},{(order.Status == Facts.OrderStatus.Return ? "return" : "booked")},{order.RepId},{Channel(order)},{order.Currency},{order.LeadSource},{line.Number},{line.Sku},\"{line.Product}\",{line.Category},{line.Quantity},{line.ListUnitPrice},{line.Net},{line.UnitCost}"));
            }
        }
    }

    private static string Channel(Facts.Order order) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(order.Channel.ToString()!);
}
