using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// Working days of the period, since the first order fact of all, on which nobody booked an order or took one back: a holiday of
/// the company, or an import that is missing. Source: metrics.md, monthly report 15.
/// </summary>
internal static class SilentDays
{
    /// <summary>Empty below the company: a team or a rep need not sell every day.</summary>
    public static IReadOnlyList<DateOnly> Of(SectionInputs inputs) => inputs.Scope == ScopeName.Company
        ? [.. Days(inputs.Period).Where(day => day >= inputs.History.OrdersBegan && WorkingDays.IsWorkingDay(day, inputs.Holidays) && IsSilent(inputs, day))]
        : [];

    private static bool IsSilent(SectionInputs inputs, DateOnly day) => inputs.History.Between(day, day.AddDays(1)) is { Orders: 0, OrdersWithoutRate: 0 };

    private static IEnumerable<DateOnly> Days(Period period)
    {
        for (var day = period.Start; day < period.End; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
