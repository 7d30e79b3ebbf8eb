namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>One month forecast from the months before an origin alone, and what came.</summary>
/// <param name="Origin">How many months were known.</param>
/// <param name="Step">1: the first month after them.</param>
/// <param name="Scale">Mean of the last year's months in size; errors of a growing company are compared by it.</param>
/// <param name="SeasonalNaive">The month a year before the one forecast; null when it is not known.</param>
internal sealed record Trial(int Origin, int Step, string Method, double Forecast, double Actual, double Scale, double? SeasonalNaive)
{
    public double ScaledError => Math.Abs(Actual - Forecast) / Scale;

    /// <summary>How many months had to be known to know the error.</summary>
    public int KnownWith => Origin + Step;

    /// <summary>Rolling origins: every forecast that could have been made and judged within the months.</summary>
    public static IReadOnlyList<Trial> Of(IReadOnlyList<double> months)
    {
        var trials = new List<Trial>();
        for (var origin = DampedTrend.MinimumMonths; origin < months.Count; origin++)
        {
            var known = months.Take(origin).ToList();
            var ahead = ForecastMethod.Forecast(known);
            for (var step = 1; step <= ForecastMethod.Steps && origin + step <= months.Count; step++)
            {
                var target = origin + step - 1;
                trials.Add(new Trial(
                    origin, step, ForecastMethod.For(origin)!, ahead[step - 1], months[target], ScaleOf(known), target >= HoltWinters.Season ? months[target - HoltWinters.Season] : null));
            }
        }

        return trials;
    }

    /// <summary>1 when nothing but zeros came before.</summary>
    public static double ScaleOf(IReadOnlyList<double> months)
    {
        var scale = months.TakeLast(HoltWinters.Season).Average(Math.Abs);
        return scale > 0 ? scale : 1;
    }
}
