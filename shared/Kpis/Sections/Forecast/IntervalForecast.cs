namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>One month ahead with its 80 % interval, in cents.</summary>
internal sealed record IntervalForecast(decimal Value, decimal? Low, decimal? High)
{
    /// <summary>The next <see cref="ForecastMethod.Steps"/> months.</summary>
    public static IReadOnlyList<IntervalForecast> Of(IReadOnlyList<double> months)
    {
        var trials = Trial.Of(months);
        var method = ForecastMethod.For(months.Count)!;
        var (scale, floor) = (Trial.ScaleOf(months), ForecastMethod.FloorOf(months));
        return [.. ForecastMethod.Forecast(months).Select((value, index) => Around(value, PredictionInterval.HalfWidth(trials, index + 1, method) * scale, floor))];
    }

    private static IntervalForecast Around(double value, double? half, double floor) => new(
        Estimate.Cents(value),
        half is { } below ? Estimate.Cents(Math.Max(value - below, floor)) : null,
        half is { } above ? Estimate.Cents(value + above) : null);
}
