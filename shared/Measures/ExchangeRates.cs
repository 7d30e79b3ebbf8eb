namespace SalesReports.Measures;

/// <summary>
/// Published daily rates, units of a currency per 1 EUR. A day takes its own rate, else the last published one at most
/// <see cref="OldestDays"/> days older; the same currency is never converted. Source: metrics.md, rule 2.
/// </summary>
public sealed class ExchangeRates
{
    /// <summary>A rate seven days old still serves, one of eight days does not.</summary>
    public const int OldestDays = 7;

    private readonly Dictionary<Currency, SortedList<DateOnly, decimal>> _rates = [];

    public ExchangeRates(IEnumerable<(DateOnly Day, Currency Currency, decimal PerEuro)> rates)
    {
        foreach (var (day, currency, perEuro) in rates)
        {
            if (!_rates.TryGetValue(currency, out var series))
            {
                _rates[currency] = series = [];
            }

            series[day] = perEuro;
        }
    }

    public static ExchangeRates None { get; } = new([]);

    /// <summary>The amount in <paramref name="to"/>, unrounded: amount × rate(to) ÷ rate(from); null without a usable rate.</summary>
    public decimal? Convert(Money money, Currency to, DateOnly day)
    {
        if (money.Currency == to)
        {
            return money.Amount;
        }

        return PerEuro(to, day) is { } target && PerEuro(money.Currency, day) is { } origin ? money.Amount * target / origin : null;
    }

    private decimal? PerEuro(Currency currency, DateOnly day)
    {
        if (currency == Currency.Eur)
        {
            return 1m;
        }

        if (!_rates.TryGetValue(currency, out var series))
        {
            return null;
        }

        for (var age = 0; age <= OldestDays; age++)
        {
            if (series.TryGetValue(day.AddDays(-age), out var rate))
            {
                return rate;
            }
        }

        return null;
    }
}
