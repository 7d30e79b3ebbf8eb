using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Documents.Wording;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

public sealed class WordingTests
{
    private static readonly Words _french = Words.French;
    private static readonly Words _english = Words.English;

    public static TheoryData<decimal> Amounts { get; } = [0m, 0.005m, 0.004m, -0.004m, -0.005m, 1m, 999.995m, 1147435.2m, -1147435.2m, 12345678901.015m, 0.125m];

    /// <summary>The platform's own formats, with the spaces and the minus that documents.md asks for.</summary>
    private static string Icu(decimal value, string format, CultureInfo culture, string? sign = null)
    {
        var numbers = (NumberFormatInfo)culture.NumberFormat.Clone();
        numbers.CurrencySymbol = sign ?? numbers.CurrencySymbol;
        return Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString(format, numbers).Replace('\u202F', '\u00A0').Replace(' ', '\u00A0').Replace('-', '\u2212');
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Money_is_written_as_the_locale_data_says(decimal value)
    {
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("fr-FR")), _french.Numbers.Money(value, Currency.Eur));
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("fr-FR"), "$US"), _french.Numbers.Money(value, Currency.Parse("USD")));
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("fr-FR"), "SEK"), _french.Numbers.Money(value, Currency.Parse("SEK")));
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("en-US")), _english.Numbers.Money(value, Currency.Parse("USD")));
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("en-GB")), _english.Numbers.Money(value, Currency.Parse("GBP")));
        Assert.Equal(Icu(value, "C2", CultureInfo.GetCultureInfo("en-IE")), _english.Numbers.Money(value, Currency.Eur));
    }

    [Fact]
    public void Months_are_named_as_the_locale_data_says()
    {
        for (var month = 1; month <= 12; month++)
        {
            var period = Period.MonthOf(new DateOnly(2026, month, 1));
            Assert.Equal(new DateTime(2026, month, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")), _french.Dates.ShortWithYear(period));
            Assert.Equal(new DateTime(2026, month, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), _english.Dates.ShortWithYear(period));
        }
    }

    [Theory]
    [InlineData("1147435.2", "1 147 435,20 €", "€1,147,435.20")]
    [InlineData("-0.001", "0,00 €", "€0.00")]
    [InlineData("-12.345", "−12,35 €", "−€12.35")]
    public void Money_in_full(string value, string french, string english)
    {
        Assert.Equal(Spaced(french), _french.Numbers.Money(D(value), Currency.Eur));
        Assert.Equal(english, _english.Numbers.Money(D(value), Currency.Eur));
    }

    [Theory]
    [InlineData("9999.99", "9 999,99 €", "€9,999.99")]
    [InlineData("412345.67", "412,3 k€", "€412.3k")]
    [InlineData("-412345.67", "−412,3 k€", "−€412.3k")]
    [InlineData("999949.99", "999,9 k€", "€999.9k")]
    [InlineData("999950", "1,00 M€", "€1.00M")]
    [InlineData("4820000", "4,82 M€", "€4.82M")]
    [InlineData("1204000000", "1,20 Md€", "€1.20bn")]
    public void Large_amounts_are_short_and_never_a_thousand_of_a_unit(string value, string french, string english)
    {
        Assert.Equal(Spaced(french), _french.Numbers.ShortMoney(D(value), Currency.Eur));
        Assert.Equal(english, _english.Numbers.ShortMoney(D(value), Currency.Eur));
    }

    [Theory]
    [InlineData("JPY", "1 235 JPY", "¥1,235")]
    [InlineData("CHF", "1 234,50 CHF", "CHF 1,234.50")]
    [InlineData("USD", "1 234,50 $US", "$1,234.50")]
    public void Other_currencies_have_their_own_sign_and_cents(string currency, string french, string english)
    {
        Assert.Equal(Spaced(french), _french.Numbers.Money(1234.5m, Currency.Parse(currency)));
        Assert.Equal(Spaced(english), _english.Numbers.Money(1234.5m, Currency.Parse(currency)));
    }

    [Theory]
    [InlineData("0.413", "41,3 %", "41.3%")]
    [InlineData("-0.0004", "0,0 %", "0.0%")]
    [InlineData("0.00049", "0,0 %", "0.0%")]
    [InlineData("-0.0005", "−0,1 %", "−0.1%")]
    [InlineData("12.3456", "1 234,6 %", "1,234.6%")]
    public void A_percentage_decides_its_sign_after_rounding(string value, string french, string english)
    {
        Assert.Equal(Spaced(french), _french.Numbers.Percent(D(value)));
        Assert.Equal(english, _english.Numbers.Percent(D(value)));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29T00:59:00Z", "29 March 2026 at 01:59")]
    [InlineData("Europe/Paris", "2026-03-29T01:00:00Z", "29 March 2026 at 03:00")]
    [InlineData("Europe/Paris", "2026-10-25T00:30:00Z", "25 October 2026 at 02:30")]
    [InlineData("Europe/Paris", "2026-10-25T01:30:00Z", "25 October 2026 at 02:30")]
    [InlineData("America/New_York", "2026-11-23T04:30:00Z", "22 November 2026 at 23:30")]
    public void Instants_are_told_on_the_wall_clock_of_the_zone_that_is_named(string zone, string instant, string told)
    {
        var moment = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        var view = ReportWording.Of(ReportSamples.Weekly with { TimeZone = zone, BuiltAt = moment, Sources = [new SourceState("csv", moment, "ready")] }, "en", ReportSamples.Theme);

        Assert.Equal($"Data up to {told}", view.Freshness);
        Assert.Contains($"Time zone {zone} · Built {told}, revision", string.Join('\n', view.Foot), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_carry_their_sign_and_unit()
    {
        Assert.Equal(Spaced("+3,1 %"), _french.Numbers.SignedPercent(0.031m));
        Assert.Equal(Spaced("−3,1 %"), _french.Numbers.SignedPercent(-0.031m));
        Assert.Equal(Spaced("0,0 %"), _french.Numbers.SignedPercent(-0.0001m));
        Assert.Equal(Spaced("+0,4 pt"), _french.Numbers.Points(0.004m));
        Assert.Equal(Spaced("+0.4 pt"), _english.Numbers.Points(0.004m));
        Assert.Equal(Spaced("12,5 j"), _french.Numbers.Days(12.5m));
        Assert.Equal(Spaced("12.5 days"), _english.Numbers.Days(12.5m));
        Assert.Equal(Spaced("1 day"), _english.Numbers.Days(1m));
        Assert.Equal("0,00\u00A0€", _french.Numbers.SignedShortMoney(0.001m, Currency.Eur));
    }

    [Theory]
    [InlineData("2026-W47", "Semaine 47 · 16–22 novembre 2026", "Week 47 · 16–22 November 2026", "S47", "W47")]
    [InlineData("2026-W40", "Semaine 40 · 28 septembre – 4 octobre 2026", "Week 40 · 28 September – 4 October 2026", "S40", "W40")]
    [InlineData("2026-W53", "Semaine 53 · 28 décembre 2026 – 3 janvier 2027", "Week 53 · 28 December 2026 – 3 January 2027", "S53", "W53")]
    [InlineData("2026-W23", "Semaine 23 · 1er–7 juin 2026", "Week 23 · 1–7 June 2026", "S23", "W23")]
    [InlineData("2026-10", "Octobre 2026", "October 2026", "octobre", "October")]
    public void Periods_are_named_with_their_days(string name, string french, string english, string shortFrench, string shortEnglish)
    {
        Assert.True(Period.TryParse(name, out var period));
        Assert.Equal(french, _french.Dates.Title(period));
        Assert.Equal(english, _english.Dates.Title(period));
        Assert.Equal(shortFrench, _french.Dates.Short(period));
        Assert.Equal(shortEnglish, _english.Dates.Short(period));
    }

    [Theory]
    [InlineData("a\r\nBcc: b", "a Bcc: b")]
    [InlineData("photo\u202Egnp.exe", "photognp.exe")]
    [InlineData("\u0000zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("  two\u2028  lines\t", "two lines")]
    [InlineData("412\u00A0k€ \u00A0net", "412\u00A0k€ net")]
    [InlineData("Lefèvre & Fils <b>", "Lefèvre & Fils <b>")]
    [InlineData("half \uD83D", "half")]
    [InlineData(null, "")]
    public void Outside_text_becomes_one_visible_line(string? text, string expected) => Assert.Equal(expected, PlainText.Line(text));

    [Fact]
    public void Long_text_ends_in_an_ellipsis_between_visible_characters()
    {
        Assert.Equal(120, PlainText.Line(new string('W', 400)).Length);
        Assert.Equal("ab…", PlainText.Shorten("ab👩‍💻cd", 6));
        Assert.Equal("…", PlainText.Shorten("👩‍💻👩‍💻", 2));
    }

    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Spaced(string text) => text.Replace(' ', '\u00A0');
}
