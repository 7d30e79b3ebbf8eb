using CsCheck;
using SalesReports.Measures;

namespace SalesReports.Tests.Measures;

public sealed class ExchangeRatesTests
{
    private static readonly Currency s_usd = Currency.Parse("USD");
    private static readonly Currency s_gbp = Currency.Parse("GBP");
    private static readonly DateOnly s_day = new(2026, 11, 9);

    private static readonly ExchangeRates s_rates = new(
    [
        (s_day, s_usd, 1.1m), (s_day, s_gbp, 0.8m), (s_day.AddDays(11), s_usd, 1.2m), (s_day.AddDays(11), s_gbp, 0.8m),
    ]);

    // 9 November is published; the rate serves to the 16th (seven days old), the 17th to 19th have none, the 20th has its own.
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "110")]
    [InlineData(6, "110")]
    [InlineData(7, "110")]
    [InlineData(8, null)]
    [InlineData(10, null)]
    [InlineData(11, "120")]
    [InlineData(18, "120")]
    [InlineData(19, null)]
    public void A_rate_serves_for_seven_days_and_not_for_eight(int daysLater, string? expected)
    {
        var converted = s_rates.Convert(new Money(100, Currency.Eur), s_usd, s_day.AddDays(daysLater));
        Assert.Equal(expected, converted?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_foreign_currencies_meet_through_the_euro() =>
        Assert.Equal(60m, s_rates.Convert(new Money(40, s_gbp), s_usd, s_day.AddDays(13)));

    [Fact]
    public void One_missing_rate_of_two_is_a_missing_rate() =>
        Assert.Null(s_rates.Convert(new Money(40, Currency.Parse("CHF")), s_usd, s_day));

    [Fact]
    public void A_later_rate_is_never_taken() => Assert.Null(s_rates.Convert(new Money(1, s_usd), Currency.Eur, s_day.AddDays(-1)));

    [Fact]
    public void The_same_currency_is_never_converted_even_without_any_rate() => Gen.Int.Sample(cents =>
        ExchangeRates.None.Convert(new Money(cents / 100m, s_usd), s_usd, s_day) == cents / 100m);

    [Fact]
    public void The_last_rate_given_for_a_day_wins()
    {
        var rates = new ExchangeRates([(s_day, s_usd, 1.1m), (s_day, s_usd, 1.5m)]);
        Assert.Equal(15m, rates.Convert(new Money(10, Currency.Eur), s_usd, s_day));
    }

    [Fact]
    public void Amounts_stay_unrounded() => Assert.Equal(100m / 1.2m, s_rates.Convert(new Money(100, s_usd), Currency.Eur, s_day.AddDays(11)));
}
