namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The published rates. Source: metrics.md, rule 2.</summary>
internal sealed class PlainRates(IReadOnlyList<PlainRate> rates)
{
    private readonly Dictionary<(string Currency, DateOnly Day), decimal> _perEuro =
        rates.GroupBy(rate => (rate.Currency, rate.Day)).ToDictionary(same => same.Key, same => same.First().PerEuro);

    /// <summary>The rate of the day, or the last published at most 7 days older.</summary>
    public decimal? PerEuro(string currency, DateOnly day)
    {
        if (currency == "EUR")
        {
            return 1;
        }

        for (var back = 0; back <= 7; back++)
        {
            if (_perEuro.TryGetValue((currency, day.AddDays(-back)), out var rate))
            {
                return rate;
            }
        }

        return null;
    }
}

internal static class PlainConversion
{
    /// <summary>Amount × rate(reporting) ÷ rate(currency).</summary>
    public static decimal? Convert(this PlainWorld world, decimal amount, string? currency, DateOnly day)
    {
        var (from, to) = (currency ?? world.Settings.Currency, world.Settings.Currency);
        return from == to ? amount : amount * world.Rates.PerEuro(to, day) / world.Rates.PerEuro(from, day);
    }
}
