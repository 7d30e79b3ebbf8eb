namespace SalesReports.Calendar;

/// <summary>Working days are Monday to Friday less the public holidays. Source: metrics.md, targets.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day, PublicHolidays holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>Working days in <c>[start, end)</c>.</summary>
    public static int Count(DateOnly start, DateOnly end, PublicHolidays holidays)
    {
        var count = 0;
        for (var day = start; day < end; day = day.AddDays(1))
        {
            count += IsWorkingDay(day, holidays) ? 1 : 0;
        }

        return count;
    }
}
