using System.Globalization;
using CsCheck;
using SalesReports.Calendar;
using SalesReports.Jobs;

namespace SalesReports.Tests.Jobs.Due;

/// <summary>Due on the wall clock of the business zone, whatever the sun and the year do.</summary>
public sealed class DueCalendarTests
{
    private static readonly BusinessZone Paris = new("Europe/Paris");
    private static readonly ScheduleOptions Schedule = new();

    // Paris: winter until 29 March 2026, summer until 25 October 2026; 07:00 is 06:00 UTC in winter and 05:00 UTC in summer.
    [Theory]
    [InlineData("2026-03-23T05:59:59Z", "2026-W11")]
    [InlineData("2026-03-23T06:00:00Z", "2026-W12")]
    [InlineData("2026-03-30T04:59:59Z", "2026-W12")]
    [InlineData("2026-03-30T05:00:00Z", "2026-W13")]
    [InlineData("2026-10-19T04:59:59Z", "2026-W41")]
    [InlineData("2026-10-19T05:00:00Z", "2026-W42")]
    [InlineData("2026-10-26T05:59:59Z", "2026-W42")]
    [InlineData("2026-10-26T06:00:00Z", "2026-W43")]
    [InlineData("2021-01-04T06:00:00Z", "2020-W53")]
    [InlineData("2021-01-11T06:00:00Z", "2021-W01")]
    [InlineData("2027-01-04T05:59:59Z", "2026-W52")]
    [InlineData("2027-01-04T06:00:00Z", "2026-W53")]
    [InlineData("2027-01-11T06:00:00Z", "2027-W01")]
    public void A_week_is_due_on_Monday_at_seven(string now, string period) => Assert.Equal(period, Latest(PeriodKind.Weekly, now, Schedule));

    [Theory]
    [InlineData("2026-11-01T23:00:00Z", "2026-09")]
    [InlineData("2026-11-02T06:00:00Z", "2026-10")]
    [InlineData("2026-04-02T04:59:59Z", "2026-02")]
    [InlineData("2026-04-02T05:00:00Z", "2026-03")]
    [InlineData("2027-01-02T06:00:00Z", "2026-12")]
    public void A_month_is_due_on_the_second_at_seven(string now, string period) => Assert.Equal(period, Latest(PeriodKind.Monthly, now, Schedule));

    [Theory]
    [InlineData("2026-11-23T05:59:59Z", "2026-11-21")]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-22")]
    [InlineData("2026-03-29T04:59:59Z", "2026-03-27")]
    [InlineData("2026-03-29T05:00:00Z", "2026-03-28")]
    [InlineData("2026-10-25T05:59:59Z", "2026-10-23")]
    [InlineData("2026-10-25T06:00:00Z", "2026-10-24")]
    [InlineData("2026-11-23T23:30:00Z", "2026-11-22")]
    public void A_days_alarm_is_due_the_next_morning_at_seven(string now, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DueCalendar.LatestAlarm(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Paris, Schedule).Day);

    [Theory]
    [InlineData(DayOfWeek.Tuesday, "2026-11-24T08:00:00Z", "2026-W47")]
    [InlineData(DayOfWeek.Tuesday, "2026-11-24T07:59:00Z", "2026-W46")]
    [InlineData(DayOfWeek.Sunday, "2026-11-29T08:00:00Z", "2026-W47")]
    [InlineData(DayOfWeek.Sunday, "2026-11-28T08:00:00Z", "2026-W46")]
    public void Day_and_time_are_settings(DayOfWeek day, string now, string period) =>
        Assert.Equal(period, Latest(PeriodKind.Weekly, now, new ScheduleOptions { WeeklyDay = day, DueTime = new TimeOnly(9, 0) }));

    [Fact]
    public void What_is_due_is_complete_due_by_now_and_the_latest_that_is() =>
        Gen.Select(Gen.DateTime[new DateTime(2015, 1, 1), new DateTime(2035, 1, 1)], Gen.Bool, Gen.Int[1, 28], Gen.Int[0, 6], Gen.Int[0, 23]).Sample((at, weekly, monthDay, weekDay, hour) =>
        {
            var schedule = new ScheduleOptions { MonthlyDay = monthDay, WeeklyDay = (DayOfWeek)weekDay, DueTime = new TimeOnly(hour, 0) };
            var now = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc));
            var due = DueCalendar.Latest(weekly ? PeriodKind.Weekly : PeriodKind.Monthly, now, Paris, schedule);

            Assert.True(due.Period.End <= Paris.DayOf(due.At) && due.At <= now);
            Assert.True(DueCalendar.At(due.Period.Back(-1), Paris, schedule) > now);
        });

    [Theory]
    [InlineData(0, true)]
    [InlineData(239, true)]
    [InlineData(240, false)]
    public void Late_sources_are_waited_for_until_the_latest_moment(int minutes, bool isClosed) =>
        Assert.Equal(isClosed, ReadinessGate.IsClosed(["hubspot"], TimeSpan.FromMinutes(minutes), Schedule));

    [Fact]
    public void Without_late_sources_the_gate_is_open_and_a_held_source_keeps_it_closed()
    {
        Assert.False(ReadinessGate.IsClosed([], TimeSpan.Zero, Schedule));
        Assert.True(ReadinessGate.IsClosed(["hubspot"], TimeSpan.FromDays(3), new ScheduleOptions { HeldSources = ["hubspot"] }));
        Assert.False(ReadinessGate.IsClosed(["shop"], TimeSpan.FromDays(3), new ScheduleOptions { HeldSources = ["hubspot"] }));
    }

    private static string Latest(PeriodKind kind, string now, ScheduleOptions schedule) =>
        DueCalendar.Latest(kind, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Paris, schedule).Period.Name;
}
