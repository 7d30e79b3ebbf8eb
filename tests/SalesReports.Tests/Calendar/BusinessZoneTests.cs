using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Calendar;

namespace SalesReports.Tests.Calendar;

public sealed class BusinessZoneTests
{
    // Paris, spring 2026: 01:00 UTC on 29 March is the moment the clock jumps.
    //
    //   UTC     00:00      00:59 01:00      02:00
    //   offset  +1 ............. +2 ...............
    //   wall    01:00      01:59 03:00      04:00
    //                           ↑ 02:00 to 02:59 do not exist
    //
    // Autumn 2026: 01:00 UTC on 25 October.
    //
    //   UTC     00:00      00:59 01:00      02:00
    //   offset  +2 ............. +1 ...............
    //   wall    02:00      02:59 02:00      03:00
    //           ↑ 02:00 to 02:59 come twice ↑
    [Theory]
    [InlineData("Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00")]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T01:59:59-05:00")]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00")]
    [InlineData("America/New_York", "2026-11-01T05:59:59Z", "2026-11-01T01:59:59-04:00")]
    [InlineData("America/New_York", "2026-11-01T06:00:00Z", "2026-11-01T01:00:00-05:00")]
    [InlineData("Asia/Kolkata", "2026-03-29T18:29:59Z", "2026-03-29T23:59:59+05:30")]
    [InlineData("Asia/Kolkata", "2026-03-29T18:30:00Z", "2026-03-30T00:00:00+05:30")]
    public void An_instant_takes_the_offset_of_its_moment(string zone, string instant, string home)
    {
        var actual = new BusinessZone(zone).AtHome(Instant(instant));
        Assert.Equal(Instant(home).DateTime, actual.DateTime);
        Assert.Equal(Instant(home).Offset, actual.Offset);
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("Europe/Paris", "2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("Europe/Paris", "2026-10-25T22:30:00Z", "2026-10-25")]
    [InlineData("Europe/Paris", "2026-10-25T23:00:00Z", "2026-10-26")]
    [InlineData("Europe/Paris", "2026-11-30T23:30:00Z", "2026-12-01")]
    [InlineData("America/New_York", "2026-11-01T03:59:59Z", "2026-10-31")]
    [InlineData("America/New_York", "2026-11-02T04:59:59Z", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T05:00:00Z", "2026-11-02")]
    [InlineData("Asia/Kolkata", "2026-11-15T18:29:59Z", "2026-11-15")]
    [InlineData("Asia/Kolkata", "2026-11-15T18:30:00Z", "2026-11-16")]
    public void An_instant_falls_on_the_day_of_the_business_zone(string zone, string instant, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new BusinessZone(zone).DayOf(Instant(instant)));

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Paris", "2026-03-29T02:00:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Paris", "2026-03-29T02:59:59", "2026-03-29T03:59:59+02:00")]
    [InlineData("Europe/Paris", "2026-03-29T03:00:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T03:00:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T01:30:00+01:00")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30:00", "2026-03-29T02:30:00+01:00")]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T03:30:00-04:00")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T01:30:00-04:00")]
    [InlineData("Asia/Kolkata", "2026-10-25T02:30:00", "2026-10-25T02:30:00+05:30")]
    public void A_wall_clock_time_names_one_instant(string zone, string wallClock, string expected)
    {
        var actual = new BusinessZone(zone).InstantOf(DateTime.Parse(wallClock, CultureInfo.InvariantCulture));
        Assert.Equal(Instant(expected).DateTime, actual.DateTime);
        Assert.Equal(Instant(expected).Offset, actual.Offset);
    }

    // Beirut moves its clock at midnight: on the day of the jump the first instant is 01:00.
    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", "2026-03-29T00:00:00+01:00")]
    [InlineData("Europe/Paris", "2026-03-30", "2026-03-30T00:00:00+02:00")]
    [InlineData("Asia/Beirut", "2022-03-27", "2022-03-27T01:00:00+03:00")]
    public void A_day_starts_at_its_first_instant(string zone, string day, string expected)
    {
        var actual = new BusinessZone(zone).StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(Instant(expected), actual);
        Assert.Equal(Instant(expected).Offset, actual.Offset);
    }

    [Fact]
    public void A_wall_clock_reading_leads_back_to_the_first_instant_that_shows_it() => Gen.Select(
        Gen.OneOf("Europe/Paris", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham"),
        Gen.Int[0, 60 * 24 * 365 * 40]).Sample((id, minutes) =>
    {
        var zone = new BusinessZone(id);
        var instant = zone.AtHome(new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));
        var read = zone.InstantOf(instant.DateTime);
        Assert.Equal(instant.DateTime, read.DateTime);
        Assert.InRange((instant - read).TotalHours, 0, 1);
    }, iter: 2_000);

    [Fact]
    public void Every_day_holds_its_start_and_not_the_instant_before() => Gen.Select(
        Gen.OneOf("Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham"),
        Gen.Int[0, 20_000]).Sample((id, offset) =>
    {
        var (zone, day) = (new BusinessZone(id), new DateOnly(1980, 1, 1).AddDays(offset));
        Assert.Equal(day, zone.DayOf(zone.StartOf(day)));
        Assert.Equal(day.AddDays(-1), zone.DayOf(zone.StartOf(day).AddTicks(-1)));
    });

    [Fact]
    public void Today_is_the_day_of_the_clock_in_the_zone()
    {
        var clock = new FakeTimeProvider(Instant("2026-11-22T23:30:00Z"));
        Assert.Equal(new DateOnly(2026, 11, 23), new BusinessZone("Europe/Paris").Today(clock));
        Assert.Equal(new DateOnly(2026, 11, 22), new BusinessZone("America/New_York").Today(clock));
    }

    [Theory]
    [InlineData("Europe/Pariss")]
    [InlineData("")]
    [InlineData("+01:00")]
    public void An_unknown_zone_is_named_beside_one_that_is_accepted(string id)
    {
        var refused = Assert.Throws<ArgumentException>(() => new BusinessZone(id));
        Assert.Contains($"'{id}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris", refused.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
