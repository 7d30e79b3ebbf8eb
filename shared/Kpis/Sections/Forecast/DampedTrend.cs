namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>
/// Exponential smoothing with a damped trend, for histories too short for seasons. The weights are those of a grid with the least
/// squared one-step error. Source: metrics.md, 14; Gardner and McKenzie, Forecasting trends in time series, 1985.
/// </summary>
internal static class DampedTrend
{
    public const int MinimumMonths = 6;
    private const int StartMonths = 3;

    private static readonly double[] Levels = [0.1, 0.2, 0.3, 0.4, 0.5];
    private static readonly double[] Trends = [0.05, 0.1, 0.2, 0.3];
    private static readonly double[] Dampings = [0.8, 0.85, 0.9, 0.95];

    /// <summary>The months after the given ones.</summary>
    public static double[] Forecast(IReadOnlyList<double> months, int steps)
    {
        var fits = from level in Levels from trend in Trends from damping in Dampings select Fit.Of(months, level, trend, damping);
        return fits.MinBy(fit => fit.SquaredError)!.After(steps);
    }

    private sealed record Fit(double Level, double Trend, double Damping, double SquaredError)
    {
        public static Fit Of(IReadOnlyList<double> months, double levelWeight, double trendWeight, double damping)
        {
            var (level, trend, squared) = (months.Take(StartMonths).Average(), 0.0, 0.0);
            foreach (var month in months)
            {
                var expected = level + (damping * trend);
                var error = month - expected;
                squared += error * error;
                level = expected + (levelWeight * error);
                trend = (damping * trend) + (levelWeight * trendWeight * error);
            }

            return new Fit(level, trend, damping, squared);
        }

        public double[] After(int steps)
        {
            var (ahead, damped, rise) = (new double[steps], 1.0, 0.0);
            for (var step = 0; step < steps; step++)
            {
                damped *= Damping;
                rise += damped * Trend;
                ahead[step] = Level + rise;
            }

            return ahead;
        }
    }
}
