using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>What one row says of its order; empty cells say nothing.</summary>
internal sealed record OrderHeadRow(
    Moment? OrderedAt,
    string? CustomerId,
    OrderStatus? Status,
    string? RepId,
    SalesChannel? Channel,
    Currency? Currency,
    string? QuoteId,
    string? OpportunityId,
    string? LeadSource,
    DateTimeOffset? UpdatedAt,
    bool Deleted);

/// <summary>What one row says of a line.</summary>
/// <param name="Number">Null when the file does not number its lines.</param>
internal sealed record OrderLineRow(int? Number, OrderLine Line);

/// <summary>Reads the two halves of an order's row; a wrong cell refuses the row.</summary>
internal static class OrderRows
{
    /// <summary>Net and price may differ by this much. Source: metrics.md, rule 8.</summary>
    private const decimal NetTolerance = 0.01m;

    public static OrderHeadRow Head(Cells row) => new(
        row.When("ordered_at"),
        row.Id("customer_id"),
        row.Choice<OrderStatus>("status"),
        row.Id("rep_id"),
        row.Choice<SalesChannel>("channel"),
        row.Money("currency"),
        row.Id("quote_id"),
        row.Id("opportunity_id"),
        row.Id("lead_source"),
        row.Instant("updated_at"),
        row.Flag("deleted") ?? false);

    public static OrderLineRow Line(Cells row)
    {
        var number = (int?)row.Count("line_no", 0, 1_000_000);
        var quantity = row.Need(row.Number("quantity"), "quantity");
        var net = row.Number("net_amount");
        var priced = Priced(row, quantity);
        if (net is null && priced is null)
        {
            row.Refuse("net_amount", "net_amount and unit_price are both empty; one of them is required.");
        }

        // Returns are signed in either half, so amounts are compared without sign.
        var unexplained = net is { } given && priced is { } computed && Math.Abs(Math.Abs(given) - Math.Abs(computed)) > NetTolerance;
        var line = new OrderLine
        {
            Number = number ?? 0,
            Sku = row.Id("sku"),
            Product = row.Text("product"),
            Category = row.Text("category"),
            Quantity = quantity,
            ListUnitPrice = row.Number("list_unit_price"),
            Net = net ?? priced ?? 0,
            UnitCost = row.Number("unit_cost"),
            PricedNet = unexplained ? priced : null,
        };
        return new OrderLineRow(number, line);
    }

    private static decimal? Priced(Cells row, decimal quantity)
    {
        var price = row.Number("unit_price");
        var fraction = row.Number("discount", 0, 1);
        var percent = row.Number("discount_percent", 0, 100) / 100;
        if (fraction is not null && percent is not null && fraction != percent)
        {
            row.Refuse("discount", "discount and discount_percent contradict each other; one of them is enough.");
        }

        if (price is not { } unit)
        {
            return null;
        }

        if (!NumberText.CanMultiply(unit, quantity))
        {
            row.Refuse("unit_price", "unit_price times quantity must be below 10^15.");
            return null;
        }

        return OrderLine.NetOf(unit, quantity, fraction ?? percent ?? 0);
    }
}
