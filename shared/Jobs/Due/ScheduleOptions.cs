using System.ComponentModel.DataAnnotations;

namespace SalesReports.Jobs;

/// <summary>When reports are due; read from the configuration's root.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Wall-clock time in the business zone.</summary>
    public TimeOnly DueTime { get; init; } = new(7, 0);

    /// <summary>Day of the week after on which a weekly report is due.</summary>
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek WeeklyDay { get; init; } = DayOfWeek.Monday;

    /// <summary>Day of the month after on which a monthly report is due.</summary>
    [Range(1, 28)]
    public int MonthlyDay { get; init; } = 2;

    /// <summary>How long a report that is due waits for sources that are late; then it goes without them, or is held, as configured per source.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "2.00:00:00")]
    public TimeSpan LatestSend { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Sources without which nothing is sent, by name; all others are waited for until <see cref="LatestSend"/>.</summary>
    public IReadOnlyList<string> HeldSources { get; init; } = [];

    /// <summary>Sources that are not waited for, by name.</summary>
    public IReadOnlyList<string> OptionalSources { get; init; } = [];
}
