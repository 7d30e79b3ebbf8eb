using System.Globalization;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Tests.Sources.Csv;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-11-30T23:30", "2026-11-30T23:30:00+01:00")]
    [InlineData("2026-11-30 23:30:05.250", "2026-11-30T23:30:05.25+01:00")]
    [InlineData("2026-11-30T23:30:00Z", "2026-12-01T00:30:00+01:00")]
    [InlineData("2026-06-30T23:30:00+00:00", "2026-07-01T01:30:00+02:00")]
    [InlineData("2026-06-30 23:30:00+02", "2026-06-30T23:30:00+02:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:30:00+02:00")]
    [InlineData("2100-12-31", "2100-12-31")]
    public void An_iso_date_is_a_business_day_or_an_instant(string text, string expected)
    {
        Assert.True(Dates().TryParse(text, out var moment));
        Assert.Equal(expected, moment.ToString());
    }

    [Theory]
    [InlineData("30/11/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11")]
    [InlineData("1899-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("45991")]
    [InlineData("yesterday")]
    public void Anything_else_is_refused(string text) => Assert.False(Dates().TryParse(text, out _));

    [Theory]
    [InlineData("M/d/yyyy", "3/1/2017", "2017-03-01")]
    [InlineData("dd/MM/yyyy", "01/03/2017", "2017-03-01")]
    [InlineData("dd.MM.yyyy HH:mm", "01.03.2017 14:05", "2017-03-01T14:05:00+01:00")]
    [InlineData("d MMM yyyy", "1 mars 2017", "2017-03-01")]
    [InlineData("yyyyMMddHHmmsszzz", "20170301230000-05:00", "2017-03-02T05:00:00+01:00")]
    [InlineData("yyyy/MM/dd HH:mmK", "2017/03/01 14:05", "2017-03-01T14:05:00+01:00")]
    public void A_declared_format_is_the_only_one(string format, string text, string expected)
    {
        Assert.True(Dates(format).TryParse(text, out var moment));
        Assert.Equal(expected, moment.ToString());
        Assert.False(Dates(format).TryParse("2017-03-01", out _));
    }

    private static DateText Dates(params string[] formats) => new(formats, CultureInfo.GetCultureInfo("fr-FR"), Pulled.Paris);
}
