namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>A forecast of one month as it was made, never changed afterwards. Source: metrics.md, 14.</summary>
/// <param name="Month">The month forecast, such as <c>2026-12</c>.</param>
/// <param name="MadeAt">The report's month it was made in.</param>
/// <param name="Low">Lower end of the 80 % interval; null without earlier errors.</param>
public sealed record PastForecast(string Month, string MadeAt, decimal Value, decimal? Low, decimal? High)
{
    /// <summary>The record with a report's forecasts added. What was made before stays as it was, also when the report is built again.</summary>
    public static IReadOnlyList<PastForecast> Locked(IReadOnlyList<PastForecast> past, string madeAt, ForecastSection section)
    {
        var locked = past.Select(forecast => (forecast.Month, forecast.MadeAt)).ToHashSet();
        return
        [
            .. past.Concat(section.Months.Where(month => month.Value is not null && !locked.Contains((month.Month, madeAt)))
                    .Select(month => new PastForecast(month.Month, madeAt, month.Value!.Value, month.Low, month.High)))
                .OrderBy(forecast => forecast.MadeAt, StringComparer.Ordinal).ThenBy(forecast => forecast.Month, StringComparer.Ordinal),
        ];
    }
}
