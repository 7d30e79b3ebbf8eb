namespace SalesReports.Local.Sample;

/// <summary>Exchange rates that wander around a usual value; published on working days, as a central bank does.</summary>
internal sealed class SampleRates
{
    private static readonly (string Currency, double Usual)[] Currencies = [("USD", 1.10), ("GBP", 0.86)];

    private readonly Dictionary<(string Currency, DateOnly Day), decimal> _published = [];

    public SampleRates(SampleRandom random, SampleCalendar calendar)
    {
        foreach (var (currency, usual) in Currencies)
        {
            var rate = usual;

            // A few days more, so that the very first orders find a rate.
            for (var day = calendar.FirstDay.AddDays(-7); day <= calendar.LastDay; day = day.AddDays(1))
            {
                if (SampleCalendar.IsWorkingDay(day))
                {
                    rate += (rate * random.Between(-0.004, 0.004)) + ((usual - rate) * 0.02);
                    _published[(currency, day)] = Math.Round((decimal)rate, 4);
                }
            }
        }
    }

    /// <summary>Units of the currency per 1 EUR, by the last rate published.</summary>
    public decimal PerEuro(string currency, DateOnly day) =>
        currency == "EUR" ? 1 : _published[(currency, SampleCalendar.WorkingDayUntil(day))];

    public void Write(string folder)
    {
        using var file = new SampleFile(folder, "fx.csv", "date,currency,rate");
        foreach (var ((currency, day), rate) in _published.OrderBy(rate => rate.Key.Day))
        {
            file.Row(day, currency, rate);
        }
    }
}
