using System.Globalization;
using CsCheck;
using SalesReports.Calendar;

namespace SalesReports.Tests.Calendar;

/// <summary>Hours of business run from 09:00 to 18:00 on working days, whatever the clock does at night.</summary>
public sealed class BusinessHoursTests
{
    private static readonly BusinessZone Paris = new("Europe/Paris");
    private static readonly BusinessHours Hours = new(Paris, PublicHolidays.France);

    // Clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026; 11 November is a holiday.
    [Theory]
    [InlineData("2026-11-09 09:00", "2026-11-09 18:00", "9")]
    [InlineData("2026-11-09 08:59", "2026-11-09 18:01", "9")]
    [InlineData("2026-11-09 09:01", "2026-11-09 09:02", "0.0166666666666666666666666667")]
    [InlineData("2026-11-09 07:00", "2026-11-09 08:30", "0")]
    [InlineData("2026-11-09 18:00", "2026-11-10 09:00", "0")]
    [InlineData("2026-11-09 17:00", "2026-11-10 10:00", "2")]
    [InlineData("2026-11-10 17:00", "2026-11-12 09:30", "1.5")]
    [InlineData("2026-11-06 17:00", "2026-11-09 10:00", "2")]
    [InlineData("2026-11-07 10:00", "2026-11-08 16:00", "0")]
    [InlineData("2026-03-27 16:00", "2026-03-30 11:00", "4")]
    [InlineData("2026-10-23 16:00", "2026-10-26 11:00", "4")]
    [InlineData("2026-11-09 12:00", "2026-11-09 12:00", "0")]
    [InlineData("2026-11-10 12:00", "2026-11-09 12:00", "0")]
    [InlineData("2026-11-09", "2026-11-10", "9")]
    [InlineData("2026-11-09", "2026-11-09", "0")]
    [InlineData("2026-11-09 10:00", "2026-11-10", "8")]
    public void Only_office_hours_of_working_days_count(string from, string to, string hours) =>
        Assert.Equal(decimal.Parse(hours, CultureInfo.InvariantCulture), Hours.Between(On(from), On(to)));

    [Fact]
    public void A_stretch_cut_in_two_has_the_hours_of_both() => Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 50_000], Gen.Int[0, 50_000]).Sample((start, first, second) =>
    {
        var from = Paris.StartOf(new DateOnly(2026, 1, 1)).AddMinutes(start);
        var (a, b, c) = (Moment.At(from, Paris), Moment.At(from.AddMinutes(first), Paris), Moment.At(from.AddMinutes(first + second), Paris));
        Assert.Equal(Hours.Between(a, c), Hours.Between(a, b) + Hours.Between(b, c), 12);
    });

    [Fact]
    public void Whole_days_have_nine_hours_each() => Gen.Select(Gen.Int[0, 700], Gen.Int[0, 60]).Sample((start, length) =>
    {
        var from = new DateOnly(2026, 1, 1).AddDays(start);
        Assert.Equal(9 * WorkingDays.Count(from, from.AddDays(length), PublicHolidays.France), Hours.Between(Moment.On(from), Moment.On(from.AddDays(length))));
    });

    private static Moment On(string text) => text.Length == 10
        ? Moment.Parse(text)
        : Moment.At(Paris.InstantOf(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Paris);
}
