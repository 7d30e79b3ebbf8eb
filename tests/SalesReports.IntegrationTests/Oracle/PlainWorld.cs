namespace SalesReports.IntegrationTests.Oracle;

/// <summary>
/// What a company knows, as plain lists: the input of the second, separate calculation that the product's figures are held
/// against. Nothing here uses the product.
/// </summary>
internal sealed record PlainWorld(
    PlainSettings Settings,
    IReadOnlyList<PlainOrder> Orders,
    IReadOnlyList<PlainDeal> Deals,
    IReadOnlyList<PlainSpend> Spend,
    IReadOnlyDictionary<string, PlainProduct> Products,
    IReadOnlyList<PlainRate> Rates,
    IReadOnlyList<PlainTarget> Targets);

internal sealed record PlainSettings(
    string Currency = "EUR",
    string TimeZone = "Europe/Paris",
    decimal? SalesCostPerMonth = null,
    int MinimumSample = 5,
    int MinimumChurnBase = 30,
    decimal MaximumLifetimeYears = 5,
    decimal AmberBand = 0.10m);

/// <param name="Status"><c>booked</c>, <c>return</c>, <c>open</c> or <c>cancelled</c>.</param>
/// <param name="Currency">Null: the reporting currency.</param>
internal sealed record PlainOrder(string Id, DateOnly Day, string Customer, string Status, string? Currency, IReadOnlyList<PlainLine> Lines);

internal sealed record PlainLine(string? Sku, decimal Quantity, decimal Net, decimal? UnitCost);

/// <param name="Outcome"><c>won</c>, <c>lost</c> or <c>open</c>.</param>
internal sealed record PlainDeal(string Outcome, DateOnly? Created, DateOnly? Closed);

internal sealed record PlainSpend(DateOnly Day, decimal Amount, string? Currency);

internal sealed record PlainProduct(decimal? UnitCost, string? Currency);

/// <param name="PerEuro">Units of the currency per 1 EUR.</param>
internal sealed record PlainRate(DateOnly Day, string Currency, decimal PerEuro);

/// <param name="Period"><c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</param>
internal sealed record PlainTarget(string Period, string Metric, decimal Value);
