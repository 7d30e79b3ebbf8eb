using SalesReports.Facts;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// A <see cref="SaleGroup"/> in the reporting currency with master data joined. Without a usable rate its amounts are not known, yet
/// its day, customer, seller, categories and counts are.
/// </summary>
/// <param name="CustomerId">The merged customer's id.</param>
/// <param name="Orders">Booked orders and returns.</param>
/// <param name="PositiveNets">Net of each booked order above zero; empty without a rate.</param>
public sealed record Sale(
    DateOnly Day,
    string CustomerId,
    string? RepId,
    SalesChannel? Channel,
    string? LeadSource,
    int Orders,
    IReadOnlyList<decimal> PositiveNets,
    IReadOnlyList<SaleLine> Lines)
{
    /// <summary>False: no usable rate; net, cost and list price of the lines are not known.</summary>
    public bool HasRate { get; init; } = true;

    /// <summary>Booked orders above zero, whatever the rate: a count is no sum.</summary>
    public int PositiveOrders { get; init; } = PositiveNets.Count;

    /// <summary>Σ net of the lines.</summary>
    public decimal Net { get; } = Lines.Sum(line => line.Net);
}

/// <summary>Lines of a <see cref="Sale"/> in the reporting currency.</summary>
/// <param name="Category">The line's own, else the product's, else null.</param>
/// <param name="Cost">Own cost, else the product's; null when unknown or without a rate.</param>
/// <param name="List">List price × quantity, own or the product's; null when unknown or without a rate.</param>
public sealed record SaleLine(
    string? Sku, string? Category, bool InBridge, int Lines, decimal Quantity, decimal Net, decimal AbsoluteNet, decimal? Cost, decimal? List)
{
    /// <summary>False: the net is not known for want of a rate; it stands as 0, so that sums leave it out.</summary>
    public bool HasRate { get; init; } = true;

    /// <summary>There is a cost, in a currency without a usable rate.</summary>
    public bool CostLacksRate { get; init; }
}
