namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>
/// The 80 % interval of a forecast, from nothing but the errors of earlier out-of-sample forecasts as many steps ahead.
/// Source: metrics.md, 14; Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World (split conformal prediction).
/// </summary>
internal static class PredictionInterval
{
    public const double Level = 0.8;

    /// <summary>From this many errors on the rank (n + 1) × 80 % lies within them.</summary>
    public const int EnoughErrors = 4;

    /// <summary>What the largest of too few errors is widened by.</summary>
    private const double FewErrors = 1.25;

    /// <summary>Half the width in units of the scale; null without any earlier error.</summary>
    /// <param name="known">Trials whose outcome was known when the forecast is made.</param>
    public static double? HalfWidth(IEnumerable<Trial> known, int step, string method)
    {
        var all = known.Where(trial => trial.Step == step).ToList();
        var own = all.Where(trial => trial.Method == method).ToList();
        var errors = (own.Count >= EnoughErrors ? own : all).Select(trial => trial.ScaledError).Order().ToList();
        if (errors.Count == 0)
        {
            return null;
        }

        var rank = (int)Math.Ceiling((errors.Count + 1) * Level);
        return rank <= errors.Count ? errors[rank - 1] : errors[^1] * FewErrors;
    }
}
