using SalesReports.Calendar;

namespace SalesReports.Insights.Rules;

/// <summary>
/// The best or worst figure of 13 weeks or 12 months, the period included. Every one of them must be known, and beaten: a tie is
/// no record. Few inputs make no record either.
/// </summary>
internal static class RecordRule
{
    private const int Weeks = 13;
    private const int Months = 12;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        var periods = inputs.Kind == PeriodKind.Weekly ? Weeks : Months;
        foreach (var metric in inputs.Metrics.Where(metric => !metric.SmallSample && metric.History.Count >= periods))
        {
            var values = metric.History.TakeLast(periods).OfType<decimal>().ToList();
            if (values.Count < periods)
            {
                continue;
            }

            var (now, before) = (values[^1], values.SkipLast(1).ToList());
            if (now > before.Max())
            {
                yield return Tell(metric, inputs.Kind, periods, now, before.Max(), isHigh: true);
            }
            else if (now < before.Min())
            {
                yield return Tell(metric, inputs.Kind, periods, now, before.Min(), isHigh: false);
            }
        }
    }

    private static RankedInsight Tell(MetricReading metric, PeriodKind kind, int periods, decimal now, decimal before, bool isHigh)
    {
        var isGood = isHigh == metric.FavourableUp;
        var (unitFr, unitEn) = kind == PeriodKind.Weekly ? ("semaines", "weeks") : ("mois", "months");
        var insight = new Insight(
            isGood ? "record_best" : "record_worst",
            isGood ? 2 : 3,
            Sentence.Both(
                say => $"{metric.Name.Fr}\u00A0: {(isHigh ? "plus haut" : "plus bas")} niveau de {say.Count(periods)} {unitFr}, {say.Value(now, metric.Unit)} après {say.Value(before, metric.Unit)}.",
                say => $"{metric.Name.En}: {(isHigh ? "highest" : "lowest")} of {say.Count(periods)} {unitEn}, {say.Value(now, metric.Unit)} after {say.Value(before, metric.Unit)}."),
            new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["value"] = now, ["formerRecord"] = before, ["periods"] = periods });
        return new RankedInsight(insight, Math.Abs(now - before) * metric.Weight);
    }
}
