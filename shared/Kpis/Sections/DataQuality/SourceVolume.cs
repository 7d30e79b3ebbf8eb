using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// How much a source gave of a period beside what it usually gives: an import that runs well and brings nothing looks like a bad
/// week. Source: delivery.md, silent sources.
/// </summary>
/// <param name="Facts">Orders, closed opportunities, leads, quotes and spend of the period.</param>
/// <param name="Usual">Median of the eight weeks before the period, times the period's days ÷ 7; a week without any counts 0.</param>
/// <param name="IsSuspect">
/// Under half of what is usual, nothing included. A source that gives fewer facts a week than the smallest sample is not judged: what
/// comes once in a while may well not come. The worked examples have it so.
/// </param>
public sealed record SourceVolume(string Source, long Facts, decimal Usual, bool IsSuspect)
{
    /// <summary>Weeks before the period that say what is usual.</summary>
    public const int Weeks = 8;

    private const int DaysOfWeek = 7;

    /// <param name="days">Of the period and of at least the eight weeks before it; later ones are left out.</param>
    /// <param name="minimumSample">Facts a week from which a source is judged.</param>
    /// <returns>One for each source that gave any, ordered by name.</returns>
    public static IReadOnlyList<SourceVolume> Of(Period period, IEnumerable<SourceDay> days, int minimumSample) =>
    [
        .. days.Where(one => one.Day < period.End).GroupBy(one => one.Source, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => Of(period, own.Key, [.. own], minimumSample)),
    ];

    private static SourceVolume Of(Period period, string source, IReadOnlyCollection<SourceDay> days, int minimumSample)
    {
        var weeks = Enumerable.Range(1, Weeks).Select(back => period.Start.AddDays(-DaysOfWeek * back))
            .Select(start => (decimal)days.Where(one => one.Day >= start && one.Day < start.AddDays(DaysOfWeek)).Sum(one => one.Facts)).Order().ToList();
        var (week, facts) = (Statistics.Median(weeks)!.Value, days.Where(one => period.Contains(one.Day)).Sum(one => one.Facts));
        var usual = week * (period.End.DayNumber - period.Start.DayNumber) / DaysOfWeek;
        return new SourceVolume(source, facts, usual, week >= minimumSample && facts < usual / 2);
    }
}

/// <summary>Facts of one source on one business day.</summary>
public sealed record SourceDay(DateOnly Day, string Source, long Facts);
