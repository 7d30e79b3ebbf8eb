using SalesReports.Calendar;
using SalesReports.Reports;

namespace SalesReports.Documents.Wording;

/// <summary>The sentences an executive reads first: the result against target (else against the period before), then what needs attention.</summary>
internal static class Headline
{
    public static IReadOnlyList<string> Of(Report report, Period period, Words words, MetricWording wording, string? revenueReason)
    {
        var revenue = report.Metrics.First(metric => metric.Id == "revenue");
        return [Result(revenue, period, words, wording, revenueReason), Attention(report, words, wording)];
    }

    private static string Result(Metric revenue, Period period, Words words, MetricWording wording, string? reason)
    {
        var french = words.Language == "fr";
        var name = wording.Name(revenue);
        if (revenue.Value is not { } value)
        {
            return french ? $"{name} indéfini{words.Colon}{Uncapitalised(reason)}" : $"{name} is undefined: {Uncapitalised(reason)}";
        }

        var amount = wording.Short(revenue, value);
        if (revenue.Comparisons.Target is { Change: not null } target)
        {
            var (gap, goal) = (wording.Difference(revenue, target), wording.Short(revenue, target.Value));
            return french ? $"{name} de {amount}, {gap} par rapport à l’objectif de {goal}." : $"{name} of {amount}, {gap} against the target of {goal}.";
        }

        if (revenue.Comparisons.PreviousPeriod is { Change: not null } previous)
        {
            var (gap, before) = (wording.Difference(revenue, previous), words.Dates.Short(period.Back(1)));
            return french ? $"{name} de {amount}, {gap} par rapport à {before}." : $"{name} of {amount}, {gap} against {before}.";
        }

        return french ? $"{name} de {amount}." : $"{name} of {amount}.";
    }

    private static string Attention(Report report, Words words, MetricWording wording)
    {
        var french = words.Language == "fr";
        var judged = report.Metrics.Where(metric => metric.Colour is not null).ToList();
        if (judged.Count == 0)
        {
            var untargeted = report.Metrics.All(metric => metric.Comparisons.Target is null);
            return (french, untargeted) switch
            {
                (true, true) => "Aucun objectif n’est fixé pour cette période.",
                (true, false) => "Aucun indicateur ne peut être comparé à son objectif.",
                (false, true) => "No target is set for this period.",
                (false, false) => "No metric can be held against its target.",
            };
        }

        var worst = judged.Where(metric => metric.Colour is "red" or "amber").OrderByDescending(metric => metric.Colour == "red").ThenByDescending(Shortfall).FirstOrDefault();
        if (worst is not { Value: { } value, Comparisons.Target: { } target })
        {
            return french ? "Tous les indicateurs dotés d’un objectif l’atteignent." : "Every metric with a target meets it.";
        }

        var (name, at, goal) = (wording.Name(worst), wording.Short(worst, value), wording.Short(worst, target.Value));
        return french
            ? $"À surveiller d’abord{words.Colon}{name}, {at} pour un objectif de {goal}."
            : $"Look first at {name}: {at} for a target of {goal}.";
    }

    /// <summary>Only ranks: the gap to the target as a share of it, the size alone since the colour already says it is unfavourable.</summary>
    private static decimal Shortfall(Metric metric) =>
        metric is { Value: { } value, Comparisons.Target: { Value: not 0 } target } ? Math.Abs((value / target.Value) - 1) : decimal.MaxValue;

    private static string Uncapitalised(string? sentence) => sentence is { Length: > 0 } ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "–";
}
