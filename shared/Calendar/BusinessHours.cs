namespace SalesReports.Calendar;

/// <summary>Hours of business: Monday to Friday, 09:00 to 18:00 in the business zone, public holidays excluded. Source: metrics.md, 12.</summary>
public sealed class BusinessHours(BusinessZone zone, PublicHolidays holidays)
{
    private static readonly TimeOnly Opening = new(9, 0);
    private static readonly TimeOnly Closing = new(18, 0);

    /// <summary>Business hours from one moment to a later one, with fractions; 0 when it is not later. A day alone stands for its beginning.</summary>
    public decimal Between(Moment from, Moment to)
    {
        var (start, end) = (InstantOf(from), InstantOf(to));
        var open = TimeSpan.Zero;
        for (var day = from.Day; day <= to.Day; day = day.AddDays(1))
        {
            if (WorkingDays.IsWorkingDay(day, holidays))
            {
                open += Overlap(start, end, zone.InstantOf(day.ToDateTime(Opening)), zone.InstantOf(day.ToDateTime(Closing)));
            }
        }

        return (decimal)open.Ticks / TimeSpan.TicksPerHour;
    }

    private DateTimeOffset InstantOf(Moment moment) => moment.Instant ?? zone.StartOf(moment.Day);

    private static TimeSpan Overlap(DateTimeOffset start, DateTimeOffset end, DateTimeOffset opens, DateTimeOffset closes)
    {
        var from = start > opens ? start : opens;
        var to = end < closes ? end : closes;
        return to > from ? to - from : TimeSpan.Zero;
    }
}
