using System.Globalization;
using CsCheck;
using SalesReports.Calendar;

namespace SalesReports.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")]
    // The earliest and the latest Easter of our time, and Ascension on 1 May.
    [InlineData(2285, "01-01 03-23 04-30 05-01 05-08 05-11 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2038, "01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2008, "01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25")]
    public void France_rests_on_its_national_holidays(int year, string days)
    {
        var actual = DaysOf(year).Where(PublicHolidays.France.Contains).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(days, string.Join(' ', actual));
    }

    [Theory]
    [InlineData("2024-01-01", "2025-01-01", 252)]
    [InlineData("2025-01-01", "2026-01-01", 251)]
    [InlineData("2026-01-01", "2027-01-01", 252)]
    [InlineData("2027-01-01", "2028-01-01", 254)]
    [InlineData("2026-05-01", "2026-06-01", 17)]
    [InlineData("2026-10-01", "2026-11-01", 22)]
    [InlineData("2026-11-01", "2026-12-01", 20)]
    [InlineData("2026-12-01", "2027-01-01", 22)]
    [InlineData("2026-11-09", "2026-11-16", 4)]
    [InlineData("2026-11-11", "2026-11-12", 0)]
    [InlineData("2026-11-12", "2026-11-12", 0)]
    public void French_working_days_are_weekdays_less_holidays(string start, string end, int expected) =>
        Assert.Equal(expected, WorkingDays.Count(Day(start), Day(end), PublicHolidays.France));

    [Fact]
    public void Working_days_add_up_over_any_cut() => Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((from, first, second) =>
    {
        var start = new DateOnly(2000, 1, 1).AddDays(from);
        var (cut, end) = (start.AddDays(first), start.AddDays(first + second));
        Assert.Equal(
            WorkingDays.Count(start, end, PublicHolidays.France),
            WorkingDays.Count(start, cut, PublicHolidays.France) + WorkingDays.Count(cut, end, PublicHolidays.France));
    });

    [Fact]
    public void A_file_of_dates_replaces_the_country()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# company days\n\n2026-11-12\n  2026-11-13  \n");
            var holidays = PublicHolidays.Of("ZZ", file);
            Assert.Equal(3, WorkingDays.Count(Day("2026-11-09"), Day("2026-11-16"), holidays));
            Assert.False(holidays.Contains(Day("2026-11-11")));
            Assert.True(holidays.Contains(Day("2026-11-12")));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_line_that_is_no_date_is_named_with_its_number()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "2026-11-12\n12/11/2026\n");
            var refused = Assert.Throws<ArgumentException>(() => PublicHolidays.Of("FR", file));
            Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
            Assert.Contains("'12/11/2026'", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_country_without_built_in_holidays_is_refused_and_case_does_not_matter()
    {
        var refused = Assert.Throws<ArgumentException>(() => PublicHolidays.Of("ZZ", null));
        Assert.Contains("'ZZ'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'FR'", refused.Message, StringComparison.Ordinal);
        Assert.Same(PublicHolidays.France, PublicHolidays.Of("fr", " "));
    }

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
