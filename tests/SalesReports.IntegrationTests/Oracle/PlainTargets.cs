namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Targets as metrics.md spreads them: the month's own, else a third of the quarter's, else a twelfth of the year's; a week by French working days.</summary>
internal sealed class PlainTargets(IReadOnlyList<PlainTarget> targets, string scope = "company")
{
    /// <summary>The target of a period, null where metrics.md leaves it open.</summary>
    public decimal? For(string metric, PlainPeriod period) => For(metric, period, out _);

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

        return first is null || second is null ? null : Enumerable.Range(0, 7).Select(period.Start.AddDays).Where(PlainCalendar.IsWorked)
            .Sum(day => OfMonth(metric, day)!.Value / Days(PlainPeriod.MonthOf(day)).Count(PlainCalendar.IsWorked));
    }

    private decimal? OfMonth(string metric, DateOnly day)
    {
        var quarter = FormattableString.Invariant($"{day.Year:D4}-Q{((day.Month - 1) / 3) + 1}");
        var isSum = metric == "revenue";
        return Named(PlainPeriod.MonthOf(day).Name, metric)
            ?? (Named(quarter, metric) / (isSum ? 3 : 1))
            ?? (Named(FormattableString.Invariant($"{day.Year:D4}"), metric) / (isSum ? 12 : 1));
    }

    private decimal? Named(string period, string metric) => targets.FirstOrDefault(target => target.Scope == scope && target.Period == period && target.Metric == metric)?.Value;

    private static IEnumerable<DateOnly> Days(PlainPeriod period) =>
        Enumerable.Range(0, period.End.DayNumber - period.Start.DayNumber).Select(period.Start.AddDays);
}
