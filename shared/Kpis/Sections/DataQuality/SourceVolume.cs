using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// How much a source gave of a period beside what it usually gives: an import that runs well and brings nothing looks like a bad
/// week. Source: delivery.md, silent sources.
/// </summary>
/// <param name="Facts">Orders, closed opportunities, leads, quotes and spend of the period.</param>
/// <param name="Usual">Median of the eight weeks before the period, times the period's days ÷ 7; a week without any counts 0.</param>
/// <param name="GaveBefore">It gave facts of earlier days; one that has just begun is not missed.</param>
public sealed record SourceVolume(string Source, long Facts, decimal Usual, bool GaveBefore)
{
    /// <summary>Weeks before the period that say what is usual.</summary>
    public const int Weeks = 8;

    private const int DaysOfWeek = 7;

    /// <summary>Nothing came, or under half of what is usual.</summary>
    public bool IsSuspect => (Facts == 0 && GaveBefore) || Facts < Usual / 2;

    /// <param name="days">Of the period and of at least the eight weeks before it; later ones are left out.</param>
    /// <returns>One for each source that gave any, ordered by name.</returns>
    public static IReadOnlyList<SourceVolume> Of(Period period, IEnumerable<SourceDay> days) =>
    [
        .. days.Where(one => one.Day < period.End).GroupBy(one => one.Source, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => Of(period, own.Key, [.. own])),
    ];

    private static SourceVolume Of(Period period, string source, IReadOnlyCollection<SourceDay> days)
    {
        var weeks = Enumerable.Range(1, Weeks).Select(back => period.Start.AddDays(-DaysOfWeek * back))
            .Select(start => (decimal)days.Where(one => one.Day >= start && one.Day < start.AddDays(DaysOfWeek)).Sum(one => one.Facts)).Order().ToList();
        var length = period.End.DayNumber - period.Start.DayNumber;
        return new SourceVolume(
            source, days.Where(one => period.Contains(one.Day)).Sum(one => one.Facts), Statistics.Median(weeks)!.Value * length / DaysOfWeek, days.Any(one => one.Day < period.Start && one.Facts > 0));
    }
}

/// <summary>Facts of one source on one business day.</summary>
public sealed record SourceDay(DateOnly Day, string Source, long Facts);
