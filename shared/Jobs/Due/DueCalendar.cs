using SalesReports.Calendar;

namespace SalesReports.Jobs;

/// <summary>Which report is due, decided on the wall clock of the business zone. Pure.</summary>
public static class DueCalendar
{
    /// <summary>A report that could not be sent for longer than this is history: it is built, and nobody gets it by mail.</summary>
    public static readonly TimeSpan MostLate = TimeSpan.FromDays(7);

    /// <summary>The latest period of the kind whose report is due; earlier ones are never caught up.</summary>
    public static DueReport Latest(PeriodKind kind, DateTimeOffset now, BusinessZone zone, ScheduleOptions schedule)
    {
        var period = Period.LastCompleteBy(kind, zone.DayOf(now));
        while (At(period, zone, schedule) > now)
        {
            period = period.Back(1);
        }

        return new DueReport(period, At(period, zone, schedule));
    }

    /// <summary>The latest business day whose alarm is due: the next morning, at the same time as reports.</summary>
    public static DueAlarm LatestAlarm(DateTimeOffset now, BusinessZone zone, ScheduleOptions schedule)
    {
        var morning = zone.DayOf(now);
        return At(morning) <= now ? new DueAlarm(morning.AddDays(-1), At(morning)) : new DueAlarm(morning.AddDays(-2), At(morning.AddDays(-1)));

        DateTimeOffset At(DateOnly day) => zone.InstantOf(day.ToDateTime(schedule.DueTime));
    }

    /// <summary>A weekly report is due on <see cref="ScheduleOptions.WeeklyDay"/> after the week, a monthly one on <see cref="ScheduleOptions.MonthlyDay"/> after the month.</summary>
    public static DateTimeOffset At(Period period, BusinessZone zone, ScheduleOptions schedule)
    {
        var days = period.Kind == PeriodKind.Weekly ? ((int)schedule.WeeklyDay - (int)DayOfWeek.Monday + 7) % 7 : schedule.MonthlyDay - 1;
        return zone.InstantOf(period.End.AddDays(days).ToDateTime(schedule.DueTime));
    }
}

/// <param name="At">The instant from which it is due.</param>
public sealed record DueReport(Period Period, DateTimeOffset At);

/// <param name="Day">The complete business day that the alarm looks at.</param>
/// <param name="At">The instant from which it is due.</param>
public sealed record DueAlarm(DateOnly Day, DateTimeOffset At);
