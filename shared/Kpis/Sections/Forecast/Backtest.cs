namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>
/// How the forecast would have done on its own history: rolling origins, each forecast and its interval made from the months
/// before it alone. Only the method that the history is long enough for now is judged. Source: metrics.md, 14.
/// </summary>
/// <param name="Outcomes">Forecast months that came, and had an interval.</param>
/// <param name="Inside">Of these, inside the 80 % interval.</param>
/// <param name="Compared">Forecast months that the seasonal-naive rule could forecast too.</param>
/// <param name="Error">Σ |actual − forecast| over them.</param>
/// <param name="NaiveError">Σ |actual − same month a year before|.</param>
/// <param name="Actual">Σ |actual|.</param>
public sealed record Backtest(int Outcomes, int Inside, int Compared, decimal Error, decimal NaiveError, decimal Actual)
{
    /// <summary>Inside ÷ outcomes; null without one.</summary>
    public decimal? Coverage => Outcomes == 0 ? null : (decimal)Inside / Outcomes;

    /// <summary>Weighted absolute percentage error.</summary>
    public decimal? Wape => Actual == 0 ? null : Error / Actual;

    public decimal? NaiveWape => Actual == 0 ? null : NaiveError / Actual;

    /// <summary>Below 1 the forecast is better than last year's month.</summary>
    public decimal? AgainstNaive => NaiveError == 0 ? null : Error / NaiveError;

    /// <param name="series">Revenue by month, without a gap.</param>
    public static Backtest Of(MonthlySeries series)
    {
        var trials = Trial.Of(series.Values);
        return Of([.. trials.Where(trial => trial.Method == ForecastMethod.For(series.Values.Count))], trials);
    }

    /// <summary>Several series together: sums, and ratios of sums.</summary>
    public static Backtest Pooled(IEnumerable<Backtest> parts) => parts.Aggregate(new Backtest(0, 0, 0, 0, 0, 0), (sum, part) => new Backtest(
        sum.Outcomes + part.Outcomes, sum.Inside + part.Inside, sum.Compared + part.Compared, sum.Error + part.Error, sum.NaiveError + part.NaiveError, sum.Actual + part.Actual));

    private static Backtest Of(IReadOnlyList<Trial> trials, IReadOnlyList<Trial> all)
    {
        var judged = trials.Select(trial => (Trial: trial, Width: PredictionInterval.HalfWidth(all.Where(earlier => earlier.KnownWith <= trial.Origin), trial.Step, trial.Method)))
            .Where(entry => entry.Width is not null).ToList();
        var compared = trials.Where(trial => trial.SeasonalNaive is not null).ToList();
        return new Backtest(
            judged.Count, judged.Count(entry => entry.Trial.ScaledError <= entry.Width), compared.Count,
            Estimate.Cents(compared.Sum(trial => Math.Abs(trial.Actual - trial.Forecast))),
            Estimate.Cents(compared.Sum(trial => Math.Abs(trial.Actual - trial.SeasonalNaive!.Value))),
            Estimate.Cents(compared.Sum(trial => Math.Abs(trial.Actual))));
    }
}
