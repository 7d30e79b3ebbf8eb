using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// How much a source gave of a period beside what it usually gives: an import that runs well and brings nothing looks like a bad
/// week. Small sources swing by chance and are judged by silence alone, and only where silence is rare: a world of a few orders
/// stays as the examples have it. Source: delivery.md, silent sources.
/// </summary>
/// <param name="Facts">Orders, closed opportunities, leads, quotes and spend of the period.</param>
/// <param name="Usual">Median of the eight weeks before the period, times the period's days ÷ 7; a week without any counts 0.</param>
/// <param name="UsualWeek">The median itself.</param>
/// <param name="LeastWeek">The smallest of the eight weeks.</param>
public sealed record SourceVolume(string Source, long Facts, decimal Usual, decimal UsualWeek, long LeastWeek)
{
    /// <summary>Weeks before the period that say what is usual.</summary>
    public const int Weeks = 8;

    /// <summary>Who gave at least so many in each of the weeks before does not fall silent by chance.</summary>
    public const int NeverSilent = 5;

    /// <summary>From so many a week on half of it is no chance: 2.7 standard deviations below.</summary>
    public const int Steady = 30;

    private const int DaysOfWeek = 7;

    /// <summary>Nothing came, or under half of what is usual.</summary>
    public bool IsSuspect => (Facts == 0 && LeastWeek >= NeverSilent) || (UsualWeek >= Steady && Facts < Usual / 2);

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
            .Select(start => days.Where(one => one.Day >= start && one.Day < start.AddDays(DaysOfWeek)).Sum(one => one.Facts)).Order().ToList();
        var (length, median) = (period.End.DayNumber - period.Start.DayNumber, Statistics.Median([.. weeks.Select(week => (decimal)week)])!.Value);
        return new SourceVolume(source, days.Where(one => period.Contains(one.Day)).Sum(one => one.Facts), median * length / DaysOfWeek, median, weeks[0]);
    }
}

/// <summary>Facts of one source on one business day.</summary>
public sealed record SourceDay(DateOnly Day, string Source, long Facts);
