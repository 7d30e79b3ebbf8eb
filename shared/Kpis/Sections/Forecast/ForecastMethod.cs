namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>Which method a history is long enough for. Source: metrics.md, 14.</summary>
internal static class ForecastMethod
{
    public const int Steps = 3;
    public const string Seasonal = "holt_winters";
    public const string Damped = "damped_trend";

    /// <summary>Null below <see cref="DampedTrend.MinimumMonths"/>.</summary>
    public static string? For(int months) => months >= HoltWinters.MinimumMonths ? Seasonal : months >= DampedTrend.MinimumMonths ? Damped : null;

    /// <summary>The next <see cref="Steps"/> months; a history that was never below zero stays so.</summary>
    /// <param name="months">Long enough for a method.</param>
    public static double[] Forecast(IReadOnlyList<double> months)
    {
        var ahead = For(months.Count) == Seasonal ? HoltWinters.Forecast(months, Steps) : DampedTrend.Forecast(months, Steps);
        var floor = FloorOf(months);
        return [.. ahead.Select(value => Math.Max(value, floor))];
    }

    public static double FloorOf(IReadOnlyList<double> months) => months.Min() >= 0 ? 0 : double.MinValue;
}
