using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Customers;

/// <summary>
/// A customer to call before it is gone. Looked at: three or more distinct order days in 12 months. Source: metrics.md, monthly report 10.
/// </summary>
public sealed record CallListEntry
{
    private const string Late = "a";
    private const string Shrinking = "b";
    private const string Narrowing = "c";

    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    /// <summary>
    /// <c>a</c>: days since the last order exceed 2 × the median interval; <c>b</c>: revenue of the last 90 days is under half of the
    /// base; <c>c</c>: categories bought in 90 days are half or fewer of the base's.
    /// </summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required int DaysSinceLastOrder { get; init; }

    /// <summary>Days between order days, at least 3.</summary>
    public required decimal MedianInterval { get; init; }

    /// <summary>Revenue of the same 90 days 364 days earlier; without an order there, 12-month revenue × 90 ÷ 365.</summary>
    public required decimal Base { get; init; }

    public required decimal Last90Days { get; init; }

    /// <summary>max(0, base − last 90 days).</summary>
    public required decimal RevenueAtRisk { get; init; }

    public required DateOnly ExpectedReorder { get; init; }

    /// <summary>Of the base's categories not bought in the last 90 days the one bought last.</summary>
    public string? LastCategoryDropped { get; init; }

    public string? OwnerId { get; init; }

    /// <summary>Ranked by revenue at risk, ties by ordinal id.</summary>
    internal static IReadOnlyList<CallListEntry> Of(SectionInputs inputs)
    {
        var windows = new CallWindows(inputs.Period.End);
        return
        [
            .. inputs.Sales.AllBetween(windows.Start, windows.End).GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
                .Select(own => OfCustomer(inputs, windows, own.Key, [.. own])).OfType<CallListEntry>()
                .OrderByDescending(entry => entry.RevenueAtRisk).ThenBy(entry => entry.CustomerId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reason <c>b</c>.</summary>
    internal bool IsShrinking => Reasons.Contains(Shrinking);

    /// <param name="sales">Of the customer, from <see cref="CallWindows.Start"/> to the windows' end.</param>
    /// <returns>Null when it need not be called.</returns>
    internal static CallListEntry? OfCustomer(SectionInputs inputs, CallWindows windows, string id, IReadOnlyCollection<Sale> sales)
    {
        if (OrderRhythm.Of(sales.Where(windows.IsInYear)) is not { } rhythm)
        {
            return null;
        }

        var baseSales = sales.Where(windows.IsInBase).ToList();
        var hasBase = baseSales.Exists(OrderRhythm.IsOrder);
        var baseRevenue = hasBase ? baseSales.Sum(sale => sale.Net) : CallWindows.OfYear(sales.Where(windows.IsInYear).Sum(sale => sale.Net));
        var recent = sales.Where(windows.IsRecent).Sum(sale => sale.Net);
        var (had, has) = (hasBase ? BoughtCategories.Of(baseSales) : [], BoughtCategories.Of(sales.Where(windows.IsRecent)));
        string[] reasons =
        [
            .. rhythm.DaysSince(windows.End) > 2 * rhythm.MedianInterval ? [Late] : Array.Empty<string>(),
            .. recent < baseRevenue / 2 ? [Shrinking] : Array.Empty<string>(),
            .. had.Count > 0 && has.Count * 2 <= had.Count ? [Narrowing] : Array.Empty<string>(),
        ];
        return reasons.Length == 0 ? null : new CallListEntry
        {
            CustomerId = id,
            Name = inputs.CustomerName(id),
            Reasons = reasons,
            DaysSinceLastOrder = rhythm.DaysSince(windows.End),
            MedianInterval = rhythm.MedianInterval,
            Base = baseRevenue,
            Last90Days = recent,
            RevenueAtRisk = Math.Max(0, baseRevenue - recent),
            ExpectedReorder = rhythm.ExpectedReorder,
            LastCategoryDropped = BoughtCategories.LastOf(had.Where(category => !has.Contains(category)).ToHashSet(StringComparer.Ordinal), sales),
            OwnerId = inputs.Customers.GetValueOrDefault(id)?.OwnerId,
        };
    }
}
