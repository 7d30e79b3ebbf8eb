using SalesReports.Calendar;

namespace SalesReports.Jobs;

/// <summary>
/// The days that the sections of a report look back on; fixed lengths, so that a report costs the same after three years as
/// after one.
/// </summary>
/// <param name="Sales">First day of sales: the week before for a week; 25 months, the last included, for a month.</param>
/// <param name="Funnel">First day from which opportunities, leads and quotes matter.</param>
/// <param name="End">The period's end, excluded.</param>
internal sealed record SectionWindow(DateOnly Sales, DateOnly Funnel, DateOnly End)
{
    private const int MonthsBack = 24;
    private const int MonthsOfFunnel = 12;

    public static SectionWindow Of(Period period) => period.Kind == PeriodKind.Monthly
        ? new SectionWindow(period.Start.AddMonths(-MonthsBack), period.Start.AddMonths(-MonthsBack), period.End)
        : new SectionWindow(period.Back(1).Start, period.Start.AddMonths(-MonthsOfFunnel), period.End);
}
