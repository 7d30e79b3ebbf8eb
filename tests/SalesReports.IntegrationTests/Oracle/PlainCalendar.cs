namespace SalesReports.IntegrationTests.Oracle;

/// <summary>French working days and office hours, apart from the product's calendar.</summary>
internal static class PlainCalendar
{
    private const int Opens = 9;
    private const int Closes = 18;

    public static bool IsWorked(DateOnly day)
    {
        var easter = Easter(day.Year);
        DateOnly[] rest =
        [
            easter.AddDays(1), easter.AddDays(39), easter.AddDays(50), new(day.Year, 1, 1), new(day.Year, 5, 1), new(day.Year, 5, 8),
            new(day.Year, 7, 14), new(day.Year, 8, 15), new(day.Year, 11, 1), new(day.Year, 11, 11), new(day.Year, 12, 25),
        ];
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !rest.Contains(day);
    }

    /// <summary>Hours between two wall clocks that lie between 09:00 and 18:00 of a working day. Source: metrics.md, friction.</summary>
    public static decimal BusinessHours(DateTime from, DateTime to)
    {
        var open = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            var (start, end) = (day.ToDateTime(new TimeOnly(Opens, 0)), day.ToDateTime(new TimeOnly(Closes, 0)));
            var (first, last) = (from > start ? from : start, to < end ? to : end);
            open += IsWorked(day) && last > first ? last - first : TimeSpan.Zero;
        }

        return (decimal)open.Ticks / TimeSpan.TicksPerHour;
    }

    /// <summary>
    /// Business hours from a question to its answer; null when the answer is dated before. Midnight stands for a day whose time
    /// nobody knows: on the day of the question it is no contradiction.
    /// </summary>
    public static decimal? Waited(DateTime asked, DateTime answered) =>
        answered < asked && (answered.Date < asked.Date || answered.TimeOfDay > TimeSpan.Zero) ? null : BusinessHours(asked, answered);

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
