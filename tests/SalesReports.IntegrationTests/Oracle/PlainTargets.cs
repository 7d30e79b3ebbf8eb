namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Targets as metrics.md spreads them: the month's own, else a third of the quarter's, else a twelfth of the year's; a week by French working days.</summary>
internal sealed class PlainTargets(IReadOnlyList<PlainTarget> targets)
{
    /// <param name="isOpen">
    /// True when metrics.md leaves the target open: a week between two months whose ratio targets differ. Nothing is then expected.
    /// </param>
    public decimal? For(string metric, PlainPeriod period, out bool isOpen)
    {
        isOpen = false;
        var last = period.End.AddDays(-1);
        if (!period.IsWeek)
        {
            return OfMonth(metric, period.Start);
        }

        var (first, second) = (OfMonth(metric, period.Start), OfMonth(metric, last));
        if (metric != "revenue")
        {
            isOpen = first != second;
            return first;
        }

        return first is null || second is null ? null : Enumerable.Range(0, 7).Select(period.Start.AddDays).Where(IsWorked)
            .Sum(day => OfMonth(metric, day)!.Value / Days(PlainPeriod.MonthOf(day)).Count(IsWorked));
    }

    private decimal? OfMonth(string metric, DateOnly day)
    {
        var quarter = FormattableString.Invariant($"{day.Year:D4}-Q{((day.Month - 1) / 3) + 1}");
        var isSum = metric == "revenue";
        return Named(PlainPeriod.MonthOf(day).Name, metric)
            ?? (Named(quarter, metric) / (isSum ? 3 : 1))
            ?? (Named(FormattableString.Invariant($"{day.Year:D4}"), metric) / (isSum ? 12 : 1));
    }

    private decimal? Named(string period, string metric) => targets.FirstOrDefault(target => target.Period == period && target.Metric == metric)?.Value;

    private static IEnumerable<DateOnly> Days(PlainPeriod period) =>
        Enumerable.Range(0, period.End.DayNumber - period.Start.DayNumber).Select(period.Start.AddDays);

    private static bool IsWorked(DateOnly day)
    {
        var easter = Easter(day.Year);
        DateOnly[] rest =
        [
            easter.AddDays(1), easter.AddDays(39), easter.AddDays(50), new(day.Year, 1, 1), new(day.Year, 5, 1), new(day.Year, 5, 8),
            new(day.Year, 7, 14), new(day.Year, 8, 15), new(day.Year, 11, 1), new(day.Year, 11, 11), new(day.Year, 12, 25),
        ];
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !rest.Contains(day);
    }

    /// <summary>Gauss's rule as it holds from 1900 to 2099.</summary>
    private static DateOnly Easter(int year)
    {
        var moon = ((19 * (year % 19)) + 24) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * moon) + 5) % 7;
        var days = moon + sunday;
        days -= (moon, sunday, year % 19) is (29, 6, _) or (28, 6, > 10) ? 7 : 0;
        return new DateOnly(year, 3, 22).AddDays(days);
    }
}
