using SalesReports.Facts;

namespace SalesReports.Rollups.Sales;

/// <summary>A <see cref="SaleGroup"/> in the reporting currency with master data joined; groups without a usable rate are left out.</summary>
/// <param name="CustomerId">The merged customer's id.</param>
/// <param name="Orders">Booked orders and returns.</param>
/// <param name="PositiveNets">Net of each booked order above zero.</param>
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
    /// <summary>Σ net of the lines.</summary>
    public decimal Net { get; } = Lines.Sum(line => line.Net);
}

/// <summary>Lines of a <see cref="Sale"/> in the reporting currency.</summary>
/// <param name="Category">The line's own, else the product's, else null.</param>
/// <param name="Cost">Own cost, else the product's; null when unknown or without a rate.</param>
/// <param name="List">List price × quantity, own or the product's; null when unknown or without a rate.</param>
public sealed record SaleLine(
    string? Sku, string? Category, bool InBridge, int Lines, decimal Quantity, decimal Net, decimal AbsoluteNet, decimal? Cost, decimal? List);
