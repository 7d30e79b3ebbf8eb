using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>What a lifetime value is made of. Source: metrics.md, <c>ltv</c>.</summary>
/// <param name="ChurnBase">Customers active in the year before the year.</param>
/// <param name="Churn">Share of them not active in the year; null below the minimum base.</param>
/// <param name="LifetimeYears">1 ÷ churn, at most the cap, the cap at zero churn; null with the churn.</param>
/// <param name="Active">Customers active in the year.</param>
/// <param name="Revenue">Revenue of the year.</param>
/// <param name="Margin">Gross margin of the year's lines with known cost.</param>
public sealed record LifetimeInputs(int ChurnBase, decimal? Churn, decimal? LifetimeYears, int Active, decimal Revenue, Measurement Margin)
{
    /// <summary>Start of the year before the year that ends at <paramref name="end"/>; 29 February counts as the 28th.</summary>
    public static DateOnly BaseStart(DateOnly end) => end.AddYears(-2);

    public static LifetimeInputs AsOf(SalesHistory history, DateOnly end, MetricSettings settings)
    {
        var yearStart = end.AddYears(-1);
        var year = history.Between(yearStart, end);
        var active = history.ActiveCustomers(yearStart, end);
        var before = history.ActiveCustomers(BaseStart(end), yearStart);
        decimal? churn = before.Count < settings.MinimumChurnBase ? null : (decimal)before.Count(id => !active.Contains(id)) / before.Count;
        return new LifetimeInputs(before.Count, churn, Lifetime(churn, settings.MaximumLifetimeYears), active.Count, year.Net, GrossMargin.Of(year.Margin));
    }

    private static decimal? Lifetime(decimal? churn, decimal cap) => churn switch
    {
        null => null,
        0 => cap,
        { } share => Math.Min(1 / share, cap),
    };
}
