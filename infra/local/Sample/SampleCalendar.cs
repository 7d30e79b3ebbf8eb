using SalesReports.Calendar;

namespace SalesReports.Local.Sample;

/// <summary>How busy each day of the three years is: growth, seasons of the French year, weekdays and holidays.</summary>
internal sealed class SampleCalendar
{
    /// <summary>January to December: strong spring and autumn, an empty August, budgets spent in December.</summary>
    private static readonly double[] Seasons = [0.96, 0.98, 1.05, 1.00, 0.95, 1.08, 0.94, 0.60, 1.09, 1.10, 1.06, 1.24];

    /// <summary>Sunday to Saturday.</summary>
    private static readonly double[] Weekdays = [0.025, 0.98, 1.08, 1.03, 1.05, 0.86, 0.06];

    private readonly DateOnly _lastDay;

    public SampleCalendar(DateOnly lastDay)
    {
        _lastDay = lastDay;
        FirstDay = lastDay.AddYears(-3).AddDays(1);
        Days = [.. Enumerable.Range(0, lastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays)];
    }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay => _lastDay;

    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Whole years since the first day; prices and costs go up with them.</summary>
    public int YearOf(DateOnly day) => (day.DayNumber - FirstDay.DayNumber) / 365;

    /// <summary>The expected count of each day, in the order of <see cref="Days"/>, adding up to the total.</summary>
    public IReadOnlyList<double> Spread(double total)
    {
        var weights = Days.Select(Weight).ToArray();
        var scale = total / weights.Sum();
        return [.. weights.Select(weight => weight * scale)];
    }

    /// <summary>How busy a day is; 1 is an average working day of the first year. Volume grows by 6 % a year.</summary>
    public double Weight(DateOnly day)
    {
        var growth = 1 + (0.06 * (day.DayNumber - FirstDay.DayNumber) / 365.0);
        var holiday = PublicHolidays.France.Contains(day) ? 0.03 : Weekdays[(int)day.DayOfWeek];
        return growth * Seasons[day.Month - 1] * holiday * (IsQuiet(day) ? 0.5 : 1);
    }

    public static bool IsWorkingDay(DateOnly day) => WorkingDays.IsWorkingDay(day, PublicHolidays.France);

    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public static DateOnly WorkingDayUntil(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>A wall-clock time of the day between two full hours.</summary>
    public static DateTime At(DateOnly day, SampleRandom random, int fromHour = 8, int untilHour = 18) =>
        day.ToDateTime(TimeOnly.MinValue).AddMinutes(random.Whole(fromHour * 60, (untilHour * 60) - 1));

    /// <summary>Half of France is away around 15 August and between Christmas and New Year.</summary>
    private static bool IsQuiet(DateOnly day) => day is { Month: 8, Day: >= 5 and <= 20 } or { Month: 12, Day: >= 22 } or { Month: 1, Day: <= 3 };
}
