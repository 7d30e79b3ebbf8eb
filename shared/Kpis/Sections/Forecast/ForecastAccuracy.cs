using SalesReports.Calendar;

namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>
/// How the locked forecasts of the last twelve months came out, against the same month a year before (seasonal-naive), over the
/// same outcomes. Source: metrics.md, 4 and 14.
/// </summary>
/// <param name="N">Forecasts whose month came.</param>
/// <param name="Wape">Σ |actual − forecast| ÷ Σ |actual|; null when nothing was sold.</param>
/// <param name="Bias">Σ (forecast − actual) ÷ Σ |actual|: above zero, too much was promised.</param>
/// <param name="NaiveWape">Of seasonal-naive, over the outcomes that have a year before; null without one.</param>
/// <param name="AgainstNaive">Σ |actual − forecast| ÷ Σ |actual − naive| over those; below 1 the forecast is better.</param>
/// <param name="InsideInterval">Share of the outcomes with an interval that fell inside it; 80 % is meant.</param>
public sealed record ForecastAccuracy(int N, decimal? Wape, decimal? Bias, decimal? NaiveWape, decimal? NaiveBias, decimal? AgainstNaive, decimal? InsideInterval, bool SmallSample)
{
    private const int Months = 12;

    /// <summary>Null while no forecast made earlier has come due.</summary>
    public static ForecastAccuracy? Of(SectionInputs inputs)
    {
        var outcomes = inputs.PastForecasts.Select(forecast => Outcome.Of(forecast, inputs)).OfType<Outcome>().ToList();
        if (outcomes.Count == 0)
        {
            return null;
        }

        var actual = outcomes.Sum(outcome => Math.Abs(outcome.Actual));
        var compared = outcomes.Where(outcome => outcome.Naive is not null).ToList();
        var comparedActual = compared.Sum(outcome => Math.Abs(outcome.Actual));
        var naiveError = compared.Sum(outcome => Math.Abs(outcome.Actual - outcome.Naive!.Value));
        var judged = outcomes.Where(outcome => outcome.Made is { Low: not null, High: not null }).ToList();
        return new ForecastAccuracy(
            outcomes.Count,
            Ratio(outcomes.Sum(outcome => outcome.Error), actual),
            Ratio(outcomes.Sum(outcome => outcome.Made.Value - outcome.Actual), actual),
            Ratio(naiveError, comparedActual),
            Ratio(compared.Sum(outcome => outcome.Naive!.Value - outcome.Actual), comparedActual),
            Ratio(compared.Sum(outcome => outcome.Error), naiveError),
            Ratio(judged.Count(outcome => outcome.Actual >= outcome.Made.Low && outcome.Actual <= outcome.Made.High), judged.Count),
            outcomes.Count < inputs.Settings.MinimumSample);
    }

    private static decimal? Ratio(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    private sealed record Outcome(PastForecast Made, decimal Actual, decimal? Naive)
    {
        public decimal Error => Math.Abs(Actual - Made.Value);

        /// <summary>Null before the month has come, after a year, and when a month came before its forecast.</summary>
        public static Outcome? Of(PastForecast made, SectionInputs inputs)
        {
            var end = inputs.Period.End;
            return Period.TryParse(made.Month, out var month) && Period.TryParse(made.MadeAt, out var madeAt) && madeAt.End <= month.Start
                && month.End <= end && month.Start >= end.AddMonths(-Months) && MonthlySeries.ValueOf(month, inputs) is { } actual
                ? new Outcome(made, actual, MonthlySeries.ValueOf(month.Back(HoltWinters.Season), inputs))
                : null;
        }
    }
}
