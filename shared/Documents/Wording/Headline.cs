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
        var name = wording.Name(revenue);
        if (revenue.Value is not { } value)
        {
            return words.Say("headline.undefined", name, Uncapitalised(reason));
        }

        var amount = wording.Short(revenue, value);
        if (revenue.Comparisons.Target is { Change: not null } target)
        {
            var (gap, goal) = (wording.Difference(revenue, target), wording.Short(revenue, target.Value));
            return words.Say("headline.target", name, amount, gap, goal);
        }

        if (revenue.Comparisons.PreviousPeriod is { Change: not null } previous)
        {
            var (gap, before) = (wording.Difference(revenue, previous), words.Dates.Short(period.Back(1)));
            return words.Say("headline.previous", name, amount, gap, before);
        }

        return words.Say("headline.plain", name, amount);
    }

    private static string Attention(Report report, Words words, MetricWording wording)
    {
        var judged = report.Metrics.Where(metric => metric.Colour is not null).ToList();
        if (judged.Count == 0)
        {
            var untargeted = report.Metrics.All(metric => metric.Comparisons.Target is null);
            return words.Say(untargeted ? "headline.noTargets" : "headline.notComparable");
        }

        var worst = judged.Where(metric => metric.Colour is "red" or "amber").OrderByDescending(metric => metric.Colour == "red").ThenByDescending(Shortfall).FirstOrDefault();
        if (worst is not { Value: { } value, Comparisons.Target: { } target })
        {
            return words.Say("headline.allMet");
        }

        var (name, at, goal) = (wording.Name(worst), wording.Short(worst, value), wording.Short(worst, target.Value));
        return words.Say("headline.first", name, at, goal);
    }

    /// <summary>Only ranks: the gap to the target as a share of it, the size alone since the colour already says it is unfavourable.</summary>
    private static decimal Shortfall(Metric metric) =>
        metric is { Value: { } value, Comparisons.Target: { Value: not 0 } target } ? Math.Abs((value / target.Value) - 1) : decimal.MaxValue;

    private static string Uncapitalised(string? sentence) => sentence is { Length: > 0 } ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "–";
}
