namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>A forecast of one month as it was made, never changed afterwards. Source: metrics.md, 14.</summary>
/// <param name="Month">The month forecast, such as <c>2026-12</c>.</param>
/// <param name="MadeAt">The report's month it was made in.</param>
/// <param name="Low">Lower end of the 80 % interval; null without earlier errors.</param>
public sealed record PastForecast(string Month, string MadeAt, decimal Value, decimal? Low, decimal? High)
{
    /// <summary>What a report of <paramref name="madeAt"/> forecasts, to be locked.</summary>
    public static IEnumerable<PastForecast> MadeIn(string madeAt, ForecastSection section) =>
        section.Months.Where(month => month.Value is not null).Select(month => new PastForecast(month.Month, madeAt, month.Value!.Value, month.Low, month.High));
}
