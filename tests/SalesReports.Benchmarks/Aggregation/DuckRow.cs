using SalesReports.Rollups.Sales;

namespace SalesReports.Benchmarks.Aggregation;

/// <summary>A group of lines as either side sees it.</summary>
internal sealed record DuckRow(
    string Customer, string? Rep, string? Channel, string? LeadSource, string? Currency, string? Sku, string? Category, bool InBridge,
    long Lines, decimal Quantity, decimal Net, decimal AbsoluteNet, decimal? Cost, decimal? List)
{
    public static DuckRow Of(SaleGroup group, LineGroup line) => new(
        group.CustomerId, group.RepId, group.Channel?.ToString(), group.LeadSource, group.Currency?.Code, line.Sku, line.Category, line.InBridge,
        line.Lines, line.Quantity, line.Net, line.AbsoluteNet, line.Cost, line.List);
}
