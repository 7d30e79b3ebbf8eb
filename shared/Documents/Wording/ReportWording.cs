using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Documents.Wording;

/// <summary>Puts a finished report into words. Computes no figure.</summary>
public static class ReportWording
{
    private const int InsightsShown = 3;
    private const int LongestInsight = 260;

    /// <exception cref="ArgumentException">The report has no metrics or its period is not one: nothing worth drawing, and nothing is drawn.</exception>
    public static ReportView Of(Report report, string language, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(theme);
        var words = Words.For(language);
        var period = Checked(report);
        var wording = new MetricWording(words, period);
        var reasons = report.Gaps.GroupBy(gap => gap.Metric, StringComparer.Ordinal)
            .ToDictionary(gaps => gaps.Key, gaps => PlainText.Line(gaps.First().Text.In(language)), StringComparer.Ordinal);
        IReadOnlyList<Card> cards = [.. report.Metrics.Select(metric => wording.Card(metric, reasons.GetValueOrDefault(metric.Id)))];
        var foot = new FootWording(words, new BusinessZone(report.TimeZone));
        var weekly = period.Kind == PeriodKind.Weekly;
        return new ReportView
        {
            Words = words,
            Period = period,
            Company = PlainText.Line(theme.CompanyName),
            Title = weekly ? words.WeeklyTitle : words.MonthlyTitle,
            When = words.Dates.Title(period),
            Scope = foot.Scope(report.Scope),
            Freshness = foot.Freshness(report.Sources),
            Overall = wording.Overall(report.Metrics),
            Headline = Headline.Of(report, period, words, wording, reasons.GetValueOrDefault("revenue")),
            Cards = cards,
            Revenue = History(report, cards, words, weekly),
            TableHeader =
            [
                words.Metric, words.Dates.Short(period), words.Previous, words.LastYear,
                weekly ? words.WeeklyAverage : words.MonthlyAverage, words.Target, words.YearToDate, words.Status,
            ],
            Insights = [.. report.Insights.Take(InsightsShown).Select(insight => PlainText.Line(insight.Text.In(words.Language), LongestInsight))],
            Gaps = Gaps(report, cards, words),
            Restatements = [.. report.Restatements.Select(restated => Restated(restated, report, words, wording)).OfType<string>()],
            Foot = foot.Lines(report),
            BuiltAt = report.BuiltAt,
        };
    }

    private static Period Checked(Report report)
    {
        if (!report.Metrics.Any(metric => metric.Id == "revenue"))
        {
            throw new ArgumentException($"Report '{PlainText.Line(report.Period, 20)}' carries no revenue metric; a complete report is accepted.", nameof(report));
        }

        return Period.TryParse(report.Period, out var period)
            ? period
            : throw new ArgumentException($"Period '{PlainText.Line(report.Period, 20)}' is not a period; one such as 2026-W47 or 2026-10 is accepted.", nameof(report));
    }

    private static RevenueHistory History(Report report, IReadOnlyList<Card> cards, Words words, bool weekly)
    {
        var (metric, card) = (report.Metrics.First(m => m.Id == "revenue"), cards.First(c => c.Id == "revenue"));
        var largest = card.History.Select(point => Math.Abs(point.Value ?? 0)).Append(Math.Abs(card.Target ?? 0)).Max();
        var (unit, size) = words.Numbers.AxisUnit(largest, Currency.Parse(metric.Unit));
        return new RevenueHistory(
            $"{(weekly ? words.WeeklyHistory : words.MonthlyHistory)} ({unit})",
            unit,
            size,
            card.History,
            card.Target,
            metric.Value is null ? "" : card.Value,
            card.Target is null ? "" : words.TargetTick);
    }

    /// <summary>Metrics that lack something for the same reason share a line.</summary>
    private static IReadOnlyList<string> Gaps(Report report, IReadOnlyList<Card> cards, Words words)
    {
        var names = cards.ToDictionary(card => card.Id, card => card.Name, StringComparer.Ordinal);
        return
        [
            .. report.Gaps.GroupBy(gap => (gap.Status, Text: PlainText.Line(gap.Text.In(words.Language))))
                .Select(same => $"{string.Join(", ", same.Select(gap => names.GetValueOrDefault(gap.Metric, PlainText.Line(gap.Metric, 40))))} ({StatusWord(same.Key.Status, words)}){words.Colon}{same.Key.Text}"),
        ];
    }

    private static string StatusWord(string status, Words words) => (status == "partial" ? words.Partial : words.Undefined).ToLowerInvariant();

    private static string? Restated(Restatement restated, Report report, Words words, MetricWording wording) =>
        report.Metrics.FirstOrDefault(metric => metric.Id == restated.Metric) is { } metric
            ? $"{wording.Name(metric)}{words.Colon}{wording.Cell(metric, restated.Before)} → {wording.Cell(metric, restated.After)}"
            : null;
}
