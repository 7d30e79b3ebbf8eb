namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>
/// Additive Holt-Winters with a season of twelve months and a damped trend, from at least two years of months. The smoothing
/// weights are those of a small grid with the least squared one-step error; they stay small because two or three seasons carry
/// little more. Source: metrics.md, 14; Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 8.3.
/// </summary>
internal static class HoltWinters
{
    public const int Season = 12;
    public const int MinimumMonths = 2 * Season;

    /// <summary>Last year's growth does not go on for ever.</summary>
    private const double Damping = 0.9;

    private static readonly double[] Levels = [0, 0.05, 0.1, 0.2];
    private static readonly double[] Trends = [0, 0.05];
    private static readonly double[] Seasons = [0, 0.1, 0.2];

    /// <summary>The months after the given ones.</summary>
    public static double[] Forecast(IReadOnlyList<double> months, int steps)
    {
        var start = State.Of(months);
        var fits = from level in Levels from trend in Trends from season in Seasons select start.Through(months, level, trend, season);
        return fits.MinBy(fit => fit.SquaredError)!.After(months.Count, steps);
    }

    private sealed record State(double Level, double Trend, double[] Seasonal, double SquaredError)
    {
        /// <summary>
        /// From all the months: the median change from year to year is the trend, what the months of a season stand off the
        /// straight line through the mean on average is the season.
        /// </summary>
        public static State Of(IReadOnlyList<double> months)
        {
            var yearly = months.Skip(Season).Zip(months, (later, earlier) => later - earlier).Order().ToList();
            var trend = (yearly[(yearly.Count - 1) / 2] + yearly[yearly.Count / 2]) / 2 / Season;
            var (middle, mean) = ((months.Count - 1) / 2.0, months.Average());
            var off = months.Select((value, month) => (Season: month % Season, Value: value - mean - (trend * (month - middle))))
                .GroupBy(entry => entry.Season).OrderBy(own => own.Key).Select(own => own.Average(entry => entry.Value)).ToArray();
            var centre = off.Average();
            return new State(mean + centre - (trend * (middle + 1)), trend, [.. off.Select(value => value - centre)], 0);
        }

        public State Through(IReadOnlyList<double> months, double levelWeight, double trendWeight, double seasonWeight)
        {
            var (level, trend, seasonal, squared) = (Level, Trend, Seasonal.ToArray(), 0.0);
            for (var month = 0; month < months.Count; month++)
            {
                var expected = level + (Damping * trend);
                var error = months[month] - expected - seasonal[month % Season];
                squared += error * error;
                level = expected + (levelWeight * error);
                trend = (Damping * trend) + (levelWeight * trendWeight * error);
                seasonal[month % Season] += seasonWeight * (1 - levelWeight) * error;
            }

            return new State(level, trend, seasonal, squared);
        }

        public double[] After(int months, int steps)
        {
            var (ahead, damped, rise) = (new double[steps], 1.0, 0.0);
            for (var step = 0; step < steps; step++)
            {
                damped *= Damping;
                rise += damped * Trend;
                ahead[step] = Level + rise + Seasonal[(months + step) % Season];
            }

            return ahead;
        }
    }
}
