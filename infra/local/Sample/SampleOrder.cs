namespace SalesReports.Local.Sample;

/// <param name="Status"><c>booked</c>, <c>open</c>, <c>cancelled</c> or <c>return</c>.</param>
internal sealed record SampleOrder(
    string Id, DateTime At, SampleCustomer Customer, string Status, SampleRep? Rep, string Channel, SampleDeal? Deal, IReadOnlyList<SampleLine> Lines)
{
    public DateOnly Day => DateOnly.FromDateTime(At);

    public bool Counts => Status is "booked" or "return";

    public decimal Net => Lines.Sum(line => line.Net);
}

/// <param name="ListPrice">Before discount, in the order's currency; null for made-to-measure work.</param>
/// <param name="Discount">A fraction.</param>
internal sealed record SampleLine(SampleProduct Product, int Quantity, decimal UnitPrice, decimal? ListPrice, decimal Discount, decimal? UnitCost)
{
    public decimal Net => Math.Round(UnitPrice * Quantity * (1 - Discount), 2);
}
