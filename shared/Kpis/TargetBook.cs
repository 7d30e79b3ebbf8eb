using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Kpis;

/// <summary>
/// What was promised for a period: the most specific target wins (month, else quarter, else year). Only revenue is spread;
/// ratios and medians apply as they are. Source: metrics.md, targets.
/// </summary>
public sealed class TargetBook
{
    private readonly Dictionary<(string Metric, string Period), decimal> _values;
    private readonly PublicHolidays _holidays;

    /// <param name="scope">Only targets of this scope are heard, such as <c>company</c>.</param>
    public TargetBook(IEnumerable<Target> targets, string scope, PublicHolidays holidays)
    {
        _values = targets.Where(t => t.Scope == scope && !t.Deleted).ToDictionary(t => (t.Metric, t.Period), t => t.Value);
        _holidays = holidays;
    }

    /// <summary>The target of a metric for a period; null when a month it touches has none.</summary>
    public decimal? For(HeadlineMetric metric, Period period)
    {
        var months = Months(period).Select(month => (Month: month, Target: OfMonth(metric, month.Start))).ToList();
        if (months.Exists(m => m.Target is null))
        {
            return null;
        }

        if (metric.SpreadsTarget && period.Kind == PeriodKind.Weekly)
        {
            return months.Sum(m => Spread(m.Target!.Value, m.Month, period));
        }

        // A week across two months belongs to the month of its Thursday, as it belongs to that day's ISO year.
        var day = period.Kind == PeriodKind.Weekly ? period.Start.AddDays(3) : period.Start;
        return months.Single(m => m.Month.Contains(day)).Target;
    }

    private static IEnumerable<Period> Months(Period period)
    {
        for (var month = Period.MonthOf(period.Start); month.Start < period.End; month = month.Back(-1))
        {
            yield return month;
        }
    }

    private decimal? OfMonth(HeadlineMetric metric, DateOnly month)
    {
        var year = month.Year.ToString("D4", CultureInfo.InvariantCulture);
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{year}-Q{((month.Month - 1) / 3) + 1}");
        return Find(metric, Period.MonthOf(month).Name, 1) ?? Find(metric, quarter, 3) ?? Find(metric, year, 12);
    }

    private decimal? Find(HeadlineMetric metric, string period, int months) =>
        _values.TryGetValue((metric.Id, period), out var value) ? (metric.SpreadsTarget ? value / months : value) : null;

    private decimal Spread(decimal monthTarget, Period month, Period week)
    {
        var from = week.Start > month.Start ? week.Start : month.Start;
        var to = week.End < month.End ? week.End : month.End;
        var inMonth = WorkingDays.Count(month.Start, month.End, _holidays);
        return inMonth == 0 ? 0 : monthTarget * WorkingDays.Count(from, to, _holidays) / inMonth;
    }
}
