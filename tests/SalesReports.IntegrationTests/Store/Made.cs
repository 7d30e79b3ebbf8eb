using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.IntegrationTests.Store;

/// <summary>Small facts for tests.</summary>
internal static class Made
{
    public static Order Order(string id, DateOnly day, string customer, decimal net) => new()
    {
        Source = "csv",
        Id = id,
        OrderedAt = Moment.On(day),
        CustomerId = customer,
        Lines = [new OrderLine { Number = 1, Sku = "A", Quantity = 1, Net = net, UnitCost = net / 2 }],
    };

    public static Opportunity Deal(string id, DateOnly? created, DateOnly? closed, Outcome outcome) => new()
    {
        Source = "csv",
        Id = id,
        Stage = "Proposal",
        CreatedAt = created is { } c ? Moment.On(c) : null,
        ClosedAt = closed is { } d ? Moment.On(d) : null,
        Outcome = outcome,
    };
}
