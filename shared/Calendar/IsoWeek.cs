using System.Globalization;

namespace SalesReports.Calendar;

/// <summary>ISO 8601 weeks: Monday first, week 1 is the one with the year's first Thursday.</summary>
public static class IsoWeek
{
    public static int YearOf(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue));

    public static int NumberOf(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>52 or 53.</summary>
    public static int WeeksIn(int isoYear) => ISOWeek.GetWeeksInYear(isoYear);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly MondayOfWeek(int isoYear, int week) => DateOnly.FromDateTime(ISOWeek.ToDateTime(isoYear, week, DayOfWeek.Monday));
}
