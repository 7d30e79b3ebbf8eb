using SalesReports.Calendar;
using SalesReports.Kpis;

namespace SalesReports.Reports;

/// <summary>The days whose rollups a report needs. Its length is fixed, so that a report costs the same after three years as after one month.</summary>
/// <param name="From">First day, included.</param>
/// <param name="End">The period's end, excluded.</param>
public sealed record ReportWindow(DateOnly From, DateOnly End)
{
    /// <summary>History always shows this many periods, the last being the report's own.</summary>
    public const int HistoryLength = 13;

    public static ReportWindow Of(Period period)
    {
        var periods = HistoryOf(period).Append(period.SamePeriodLastYear());
        var first = periods.SelectMany(p => HeadlineMetrics.All.Select(metric => metric.NeedsFrom(p))).Min();
        var trailing = period.Back(period.TrailingCount).Start;
        var newYear = new DateOnly(period.LastDay.Year, 1, 1);
        return new ReportWindow(new[] { first, trailing, newYear }.Min(), period.End);
    }

    /// <summary>The thirteen periods that end with this one, oldest first.</summary>
    public static IReadOnlyList<Period> HistoryOf(Period period) => [.. Enumerable.Range(0, HistoryLength).Select(i => period.Back(HistoryLength - 1 - i))];
}
