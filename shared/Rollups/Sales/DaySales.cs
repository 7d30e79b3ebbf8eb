using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// The booked orders and returns of one business day by every id that the facts themselves carry, returns negative. Holds what
/// the sections of a report need beyond the light <see cref="DayRollup"/>. Costs and list prices of products, rates, teams,
/// segments and merged customers are joined when a report is built. Source: storage.md, rollups.
/// </summary>
/// <param name="Groups">Ordered by customer, rep, channel, lead source, currency; each combination once.</param>
public sealed record DaySales(DateOnly Day, IReadOnlyList<SaleGroup> Groups);

/// <summary>The orders of one day that share customer, rep, channel, lead source and currency.</summary>
/// <param name="Currency">Null: the orders named none, which means the reporting currency.</param>
/// <param name="Orders">Booked orders and returns.</param>
/// <param name="PositiveNets">Net of each booked order above zero, ascending.</param>
/// <param name="Lines">Their lines, by sku and category, ordered; each combination of sku, category and flags once.</param>
public sealed record SaleGroup(
    string CustomerId,
    string? RepId,
    SalesChannel? Channel,
    string? LeadSource,
    Currency? Currency,
    int Orders,
    IReadOnlyList<decimal> PositiveNets,
    IReadOnlyList<LineGroup> Lines);

/// <summary>Lines of one <see cref="SaleGroup"/> that share sku, category, whether a bridge takes them, and whether they carry their own cost and list price.</summary>
/// <param name="Category">As the line says; null when it says none (the product's stands in later).</param>
/// <param name="InBridge">Booked, quantity above zero and net not zero. Source: metrics.md, bridges.</param>
/// <param name="Lines">How many.</param>
/// <param name="Quantity">Signed.</param>
/// <param name="AbsoluteNet">Σ |net|.</param>
/// <param name="Cost">Σ own unit cost × signed quantity; null: none of these lines has its own cost.</param>
/// <param name="List">Σ own list price × signed quantity; null: none of these lines has its own list price.</param>
public sealed record LineGroup(
    string? Sku, string? Category, bool InBridge, int Lines, decimal Quantity, decimal Net, decimal AbsoluteNet, decimal? Cost, decimal? List);
