using System.Globalization;
using CsCheck;
using SalesReports.Calendar;

namespace SalesReports.Tests.Calendar;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 73_000].Select(offset => new DateOnly(1900, 1, 1).AddDays(offset));
    private static readonly Gen<PeriodKind> s_kind = Gen.OneOf(PeriodKind.Weekly, PeriodKind.Monthly);

    [Fact]
    public void Weeks_and_months_tile_the_calendar() => Gen.Select(s_kind, s_day).Sample((kind, day) =>
    {
        var period = Period.Of(kind, day);
        Assert.True(period.Contains(day));
        Assert.Equal(period.End, period.Back(-1).Start);
        Assert.Equal(period.Start, period.Back(1).End);
        Assert.Equal(period, Period.Of(kind, period.Start));
        Assert.Equal(period, Period.Of(kind, period.LastDay));
        Assert.Equal(period.Back(-1), Period.Of(kind, period.End));
        Assert.False(period.Contains(period.End));
    });

    [Fact]
    public void A_week_is_seven_days_from_Monday_and_a_month_starts_on_its_first() => s_day.Sample(day =>
    {
        var week = Period.WeekOf(day);
        Assert.Equal(DayOfWeek.Monday, week.Start.DayOfWeek);
        Assert.Equal(7, week.End.DayNumber - week.Start.DayNumber);
        var month = Period.MonthOf(day);
        Assert.Equal((day.Year, day.Month, 1), (month.Start.Year, month.Start.Month, month.Start.Day));
        Assert.Equal(DateTime.DaysInMonth(day.Year, day.Month), month.End.DayNumber - month.Start.DayNumber);
    });

    [Fact]
    public void The_year_of_a_week_is_the_year_of_its_Thursday() => s_day.Sample(day =>
    {
        var week = Period.WeekOf(day);
        var thursday = week.Start.AddDays(3);
        Assert.Equal(FormattableString.Invariant($"{thursday.Year:D4}-W{((thursday.DayOfYear - 1) / 7) + 1:D2}"), week.Name);
    });

    [Fact]
    public void A_name_reads_back_as_the_period_it_was_printed_from() => Gen.Select(s_kind, s_day).Sample((kind, day) =>
    {
        var period = Period.Of(kind, day);
        Assert.True(Period.TryParse(period.Name, out var read));
        Assert.Equal(period, read);
    });

    [Fact]
    public void Going_back_and_forth_ends_where_it_began() => Gen.Select(s_kind, s_day, Gen.Int[-600, 600]).Sample((kind, day, count) =>
    {
        var period = Period.Of(kind, day);
        Assert.Equal(period, period.Back(count).Back(-count));
    });

    [Theory]
    [InlineData("2020-W53", "2020-12-28", "2021-01-04")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-05")]
    [InlineData("2026-W47", "2026-11-16", "2026-11-23")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-04")]
    [InlineData("2027-W01", "2027-01-04", "2027-01-11")]
    [InlineData("2024-02", "2024-02-01", "2024-03-01")]
    [InlineData("2026-12", "2026-12-01", "2027-01-01")]
    public void A_name_means_its_days(string name, string start, string end)
    {
        Assert.True(Period.TryParse(name, out var period));
        Assert.Equal(Day(start), period.Start);
        Assert.Equal(Day(end), period.End);
        Assert.Equal(name, period.Name);
        Assert.Equal(name, period.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-W53")]
    [InlineData("2027-W53")]
    [InlineData("2026-W54")]
    [InlineData("2026-W00")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-W1")]
    [InlineData("2026W47")]
    [InlineData("2026-w47")]
    [InlineData("26-W47")]
    [InlineData("2026-W47 ")]
    [InlineData("+026-W47")]
    [InlineData("-026-10")]
    [InlineData("2026-W-1")]
    [InlineData("2026-+1")]
    [InlineData("2026/10")]
    [InlineData("1899-12")]
    [InlineData("9999-12")]
    [InlineData("9999-W52")]
    [InlineData("٢٠٢٦-10")]
    [InlineData("latest")]
    [InlineData("2026-11-16")]
    public void What_is_no_week_and_no_month_is_refused(string? text)
    {
        Assert.False(Period.TryParse(text, out var period));
        Assert.Null(period);
    }

    [Fact]
    public void Any_text_is_refused_or_prints_back_as_it_was() => Gen.String.Sample(text =>
        !Period.TryParse(text, out var period) || period.Name == text);

    [Theory]
    [InlineData("2026-W53", "2026-W01")]
    [InlineData("2027-W01", "2026-W02")]
    [InlineData("2026-W47", "2025-W47")]
    [InlineData("2021-W01", "2020-W02")]
    [InlineData("2020-W53", "2020-W01")]
    [InlineData("2026-W01", "2025-W01")]
    [InlineData("2026-10", "2025-10")]
    [InlineData("2024-02", "2023-02")]
    [InlineData("2025-02", "2024-02")]
    public void The_same_period_last_year_keeps_weekdays_or_the_month(string name, string lastYear)
    {
        Assert.True(Period.TryParse(name, out var period));
        Assert.Equal(lastYear, period.SamePeriodLastYear().Name);
    }

    [Theory]
    [InlineData(PeriodKind.Weekly, "2026-11-23", "2026-W47")]
    [InlineData(PeriodKind.Weekly, "2026-11-29", "2026-W47")]
    [InlineData(PeriodKind.Weekly, "2026-11-30", "2026-W48")]
    [InlineData(PeriodKind.Weekly, "2027-01-04", "2026-W53")]
    [InlineData(PeriodKind.Monthly, "2026-11-30", "2026-10")]
    [InlineData(PeriodKind.Monthly, "2026-12-01", "2026-11")]
    [InlineData(PeriodKind.Monthly, "2027-01-01", "2026-12")]
    public void The_last_complete_period_has_ended_when_the_day_begins(PeriodKind kind, string day, string expected) =>
        Assert.Equal(expected, Period.LastCompleteBy(kind, Day(day)).Name);

    [Fact]
    public void A_trailing_average_takes_thirteen_weeks_or_twelve_months()
    {
        Assert.Equal(13, Period.WeekOf(Day("2026-11-16")).TrailingCount);
        Assert.Equal(12, Period.MonthOf(Day("2026-11-16")).TrailingCount);
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of((PeriodKind)7, Day("2026-11-16")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
