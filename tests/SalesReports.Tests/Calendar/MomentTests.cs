using System.Globalization;
using System.Text.Json;
using CsCheck;
using SalesReports.Calendar;

namespace SalesReports.Tests.Calendar;

public sealed class MomentTests
{
    private static readonly BusinessZone s_paris = new("Europe/Paris");

    private static readonly Gen<Moment> s_moment = Gen.OneOf<Moment>(
        Gen.Int[0, 60_000].Select(offset => Moment.On(new DateOnly(1950, 1, 1).AddDays(offset))),
        Gen.Long[0, 150L * 365 * 86_400 * 10_000_000].Select(ticks => Moment.At(new DateTimeOffset(1950, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks), s_paris)));

    [Fact]
    public void A_moment_reads_back_with_its_day_and_instant() => s_moment.Sample(moment =>
    {
        var read = Moment.Parse(moment.ToString());
        Assert.Equal(moment, read);
        Assert.Equal(moment.Day, read.Day);
        Assert.Equal(moment.IsDayOnly, read.IsDayOnly);
        Assert.Equal(moment.Instant, read.Instant);
        Assert.Equal(moment, JsonSerializer.Deserialize<Moment>(JsonSerializer.Serialize(moment)));
    });

    [Fact]
    public void Moments_sort_by_day_and_then_by_instant() => Gen.Select(s_moment, s_moment).Sample((one, other) =>
    {
        Assert.Equal(-Math.Sign(one.CompareTo(other)), Math.Sign(other.CompareTo(one)));
        Assert.Equal(one == other, one.CompareTo(other) == 0);
        if (one.Day != other.Day)
        {
            Assert.Equal(one.Day < other.Day, one < other);
        }
    });

    [Theory]
    [InlineData("2026-11-30T22:59:59Z", "2026-11-30T23:59:59+01:00", "2026-11-30")]
    [InlineData("2026-11-30T23:30:00Z", "2026-12-01T00:30:00+01:00", "2026-12-01")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30T00:00:00+02:00", "2026-03-30")]
    [InlineData("2026-12-01T08:30:00+09:00", "2026-12-01T00:30:00+01:00", "2026-12-01")]
    public void An_instant_carries_the_day_and_offset_of_the_business_zone(string instant, string text, string day)
    {
        var moment = Moment.At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), s_paris);
        Assert.Equal(text, moment.ToString());
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), moment.Day);
        Assert.False(moment.IsDayOnly);
    }

    [Fact]
    public void A_day_alone_is_never_shifted_and_has_no_instant()
    {
        var moment = Moment.On(new DateOnly(2026, 11, 30));
        Assert.Equal("2026-11-30", moment.ToString());
        Assert.Equal(new DateOnly(2026, 11, 30), moment.Day);
        Assert.True(moment.IsDayOnly);
        Assert.Null(moment.Instant);
        Assert.True(moment < Moment.At(new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.FromHours(1)), s_paris));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string text) => Assert.Throws<FormatException>(() => Moment.Parse(text));
}
