namespace SalesReports.Local.Sample;

/// <summary>The orders, one row a line, the order's columns repeated.</summary>
internal static class SampleOrderFile
{
    /// <param name="customerIdOf">The id that the order's own system knows the customer by.</param>
    /// <returns>The number of lines.</returns>
    public static int Write(string folder, IReadOnlyList<SampleOrder> orders, Func<SampleOrder, string> customerIdOf)
    {
        using var file = new SampleFile(
            folder, "orders.csv",
            "order_id,ordered_at,customer_id,status,rep_id,channel,currency,line_no,sku,product,category,quantity,list_unit_price,unit_price,discount,"
            + "net_amount,unit_cost,quote_id,opportunity_id,lead_source");
        foreach (var order in orders)
        {
            var marketing = order.Deal is { } deal ? SampleSources.Find(deal.LeadSource)?.Name : null;
            foreach (var (line, number) in order.Lines.Select((line, index) => (line, index + 1)))
            {
                file.Row(
                    order.Id, order.At, customerIdOf(order), order.Status, order.Rep?.Id, order.Channel, order.Customer.Currency, number,
                    line.Product.Sku, line.Product.Name, line.Product.Category, line.Quantity, line.ListPrice, line.UnitPrice, line.Discount, line.Net,
                    line.UnitCost, order.Deal is null ? null : SampleQuotes.IdOf(order.Deal), order.Deal?.Id, marketing);
            }
        }

        return file.Rows;
    }
}
