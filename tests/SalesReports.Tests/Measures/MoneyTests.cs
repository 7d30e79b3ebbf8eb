using System.Text.Json;
using CsCheck;
using SalesReports.Measures;

namespace SalesReports.Tests.Measures;

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_add_up_exactly() =>
        Assert.Equal(new Money(0.3m, Currency.Eur), new Money(0.1m, Currency.Eur) + new Money(0.2m, Currency.Eur));

    [Fact]
    public void Two_currencies_never_add_up_by_accident()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.Eur) + new Money(1, Currency.Parse("USD")));
        Assert.Contains("EUR", refused.Message, StringComparison.Ordinal);
        Assert.Contains("USD", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_keeps_the_currency() => Assert.Equal(new Money(7.5m, Currency.Eur), new Money(3m, Currency.Eur) * 2.5m);

    [Theory]
    [InlineData("EUR", "EUR")]
    [InlineData("usd", "USD")]
    [InlineData("gBp", "GBP")]
    public void A_currency_is_three_letters_whatever_their_case(string text, string code)
    {
        Assert.True(Currency.TryParse(text, out var currency));
        Assert.Equal(code, currency.Code);
        Assert.Equal(code, currency.ToString());
        Assert.Equal(currency, JsonSerializer.Deserialize<Currency>(JsonSerializer.Serialize(currency)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("€")]
    [InlineData("E R")]
    [InlineData("EU1")]
    [InlineData("ÉUR")]
    [InlineData(" EUR")]
    public void Anything_else_is_no_currency(string? text)
    {
        Assert.False(Currency.TryParse(text, out _));
        if (text is not null)
        {
            Assert.Contains($"'{text}'", Assert.Throws<ArgumentException>(() => Currency.Parse(text)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_currency_nobody_set_is_not_taken_for_one() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);

    [Fact]
    public void Currencies_sort_by_code() => Gen.Select(Gen.Char['A', 'Z'].Array[3], Gen.Char['A', 'Z'].Array[3]).Sample((left, right) =>
    {
        var (one, other) = (new string(left), new string(right));
        Assert.Equal(Math.Sign(string.CompareOrdinal(one, other)), Math.Sign(Currency.Parse(one).CompareTo(Currency.Parse(other))));
    });
}
