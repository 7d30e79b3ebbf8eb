using System.Globalization;
using CsCheck;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Tests.Sources.Csv;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("", "1234.56", "1234.56")]
    [InlineData("", "-0.005", "-0.005")]
    [InlineData("", "+7", "7")]
    [InlineData("", ".5", "0.5")]
    [InlineData("fr-FR", "1 234,56", "1234.56")]
    [InlineData("fr-FR", "1\u202F234\u00A0567,8", "1234567.8")]
    [InlineData("fr-FR", "1234,56", "1234.56")]
    [InlineData("fr-FR", "\u221212,5", "-12.5")]
    [InlineData("de-DE", "1.234,56", "1234.56")]
    [InlineData("de-CH", "1'234.56", "1234.56")]
    [InlineData("en-US", "1,234,567.89", "1234567.89")]
    public void A_number_is_read_as_its_culture_writes_it(string culture, string text, string expected)
    {
        Assert.True(new NumberText(CultureInfo.GetCultureInfo(culture)).TryParse(text, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("10.00", "10")]
    [InlineData("0.500", "0.5")]
    [InlineData("0", "0")]
    [InlineData("123456789012345.123400", "123456789012345.1234")]
    public void Zeros_at_the_end_make_no_other_number(string text, string stored)
    {
        Assert.True(NumberText.Invariant.TryParse(text, out var number));
        Assert.Equal(stored, number.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "1,234.56")]
    [InlineData("", "1,5")]
    [InlineData("", "1e3")]
    [InlineData("", "NaN")]
    [InlineData("", "12 €")]
    [InlineData("", "--1")]
    [InlineData("", "-")]
    [InlineData("", "1.")]
    [InlineData("", "1.2.3")]
    [InlineData("", "(12)")]
    [InlineData("de-DE", "1.5")]
    [InlineData("de-DE", "1234.567")]
    [InlineData("en-US", "1,23")]
    [InlineData("fr-FR", "12 34")]
    [InlineData("fr-FR", "1234.56")]
    public void What_could_be_meant_otherwise_is_refused(string culture, string text) =>
        Assert.False(new NumberText(CultureInfo.GetCultureInfo(culture)).TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_back_in_every_culture() =>
        Gen.Select(Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Int[0, 4].Select(index => new[] { "", "fr-FR", "de-DE", "en-US", "de-CH" }[index])).Sample((number, name) =>
        {
            var (culture, rounded) = (CultureInfo.GetCultureInfo(name), Math.Round(number, 4));
            var text = new NumberText(culture);
            return text.TryParse(text.Write(rounded), out var plain) && plain == rounded
                && (name.Length == 0 || (text.TryParse(rounded.ToString("#,##0.0000", culture), out var grouped) && grouped == rounded));
        });
}
