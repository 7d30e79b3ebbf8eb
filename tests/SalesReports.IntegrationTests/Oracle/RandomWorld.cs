using System.Globalization;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>
/// A small company made up from a seed, with everything in it that real files have: returns of either sign, cancelled and open
/// orders, free and negative lines, several currencies with gaps in their rates, costs on the line, on the product or nowhere,
/// deals without dates, spend with long gaps, targets of every length.
/// </summary>
internal sealed class RandomWorld
{
    private static readonly string[] s_currencies = ["EUR", "USD", "GBP"];
    private readonly Random _random;
    private readonly DateOnly _first;
    private readonly int _days;

    public RandomWorld(int seed)
    {
        _random = new Random(seed);
        _first = new DateOnly(2022, 11, 1).AddDays(_random.Next(500));
        _days = _random.Next(30, 1_200);
        Settings = new PlainSettings(
            Pick(s_currencies),
            Chance(80) ? "Europe/Paris" : "America/New_York",
            Chance(50) ? _random.Next(1, 90_000) / 7m : null,
            Chance(70) ? 5 : _random.Next(1, 9),
            Chance(20) ? 30 : _random.Next(1, 5),
            Chance(80) ? 5 : 2.5m,
            Chance(70) ? 0.10m : 0.6m);
        AddProducts();
        AddRates();
        AddOrders();
        AddDeals();
        AddSpend();
        AddTargets();
    }

    public CanonicalRows Facts { get; } = new();

    public PlainSettings Settings { get; }

    /// <summary>Weeks and months from where the data begin to a while after they end.</summary>
    public IReadOnlyList<string> Periods(int count)
    {
        var days = Enumerable.Range(0, count).Select(_ => _first.AddDays(_random.Next(_days + 200)));
        return [.. days.Select(day => (Chance(50) ? PlainPeriod.WeekOf(day) : PlainPeriod.MonthOf(day)).Name).Distinct(StringComparer.Ordinal)];
    }

    private void AddProducts()
    {
        for (var i = 0; i < 8; i++)
        {
            Add("products", ("sku", $"P{i}"), ("name", $"Article {i}"), ("unit_cost", Chance(60) ? Cents(1, 9_000) : ""), ("currency", Chance(50) ? Pick(s_currencies) : ""));
        }
    }

    private void AddRates()
    {
        var often = _random.Next(10, 90);
        var gap = _first.AddDays(_random.Next(_days));
        for (var day = _first.AddDays(-8); day < _first.AddDays(_days + 210); day = day.AddDays(1))
        {
            foreach (var currency in s_currencies.Where(c => c != "EUR" && Chance(often) && (day < gap || day > gap.AddDays(25))))
            {
                Add("fx", ("date", Text(day)), ("currency", currency), ("rate", (_random.Next(7_000, 14_000) / 10_000m).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private void AddOrders()
    {
        var (orders, customers) = (_random.Next(5, 130), _random.Next(2, 16));
        for (var i = 0; i < orders; i++)
        {
            var (status, at, currency) = (Pick("booked", "booked", "booked", "booked", "booked", "", "return", "cancelled", "open"), When(), Currency());
            var (customer, deleted) = ($"C{_random.Next(customers)}", Chance(3) ? "true" : "");
            var lines = _random.Next(1, 4);
            for (var line = 1; line <= lines; line++)
            {
                var quantity = (status == "return" && Chance(50)) || Chance(2) ? -_random.Next(1, 6) : _random.Next(1, 12);
                var amount = Chance(6) ? "0" : quantity < 0 ? "-" + Cents(1, 40_000) : Cents(1, 40_000);
                var byPrice = Chance(30);
                var off = _random.Next(4);
                Add("orders",
                    ("order_id", $"O{i}"), ("ordered_at", at), ("customer_id", customer), ("status", status), ("currency", currency), ("deleted", deleted),
                    ("line_no", line.ToString(CultureInfo.InvariantCulture)), ("sku", Chance(85) ? $"P{_random.Next(9)}" : ""),
                    ("quantity", quantity.ToString(CultureInfo.InvariantCulture)), ("net_amount", byPrice ? "" : amount), ("unit_price", byPrice ? Cents(1, 9_000) : ""),
                    ("discount", byPrice && off == 1 ? "0.15" : ""), ("discount_percent", byPrice && off == 2 ? "12.5" : ""), ("unit_cost", Chance(45) ? Cents(0, 8_000) : ""));
            }
        }
    }

    private void AddDeals()
    {
        var deals = _random.Next(0, 90);
        for (var i = 0; i < deals; i++)
        {
            var (day, length) = (_random.Next(_days), _random.Next(-3, 120));
            Add("opportunities",
                ("opportunity_id", $"D{i}"), ("stage", "Somewhere"), ("outcome", Pick("won", "won", "lost", "open", "")),
                ("created_at", Chance(88) ? When(day - length) : ""), ("closed_at", Chance(90) ? When(day) : ""), ("deleted", Chance(3) ? "true" : ""));
        }
    }

    private void AddSpend()
    {
        var (often, gap) = (_random.Next(0, 25), _random.Next(_days));
        for (var day = 0; day < _days; day++)
        {
            if (Chance(often) && (day < gap || day > gap + 150))
            {
                Add("spend", ("date", Text(_first.AddDays(day))), ("channel", Pick("ads", "fair")), ("campaign", $"K{day}"), ("amount", Cents(0, 90_000)), ("currency", Currency()));
            }
        }
    }

    private void AddTargets()
    {
        var last = _first.AddDays(_days + 200);
        for (var month = new DateOnly(_first.Year, 1, 1); month <= last; month = month.AddMonths(1))
        {
            foreach (var metric in PlainReport.Ids)
            {
                var value = metric switch
                {
                    "gross_margin" or "win_rate" => Cents(5, 95),
                    "sales_cycle" => Cents(2_000, 9_000),
                    "average_order_value" => Cents(10_000, 60_000),
                    "revenue" => Cents(10_000, 500_000),
                    _ => Cents(1_000, 300_000),
                };
                var quarter = FormattableString.Invariant($"{month.Year}-Q{((month.Month - 1) / 3) + 1}");
                var period = month.Month == 1 && Chance(30) ? Text(month)[..4] : month.Month % 3 == 1 && Chance(30) ? quarter : Chance(40) ? Text(month)[..7] : "";
                if (period.Length > 0)
                {
                    Add("targets", ("period", period), ("scope", "company"), ("metric", metric), ("value", value));
                }
            }
        }
    }

    private string When() => When(_random.Next(_days));

    /// <summary>A date, an instant around midnight, or a time without zone.</summary>
    private string When(int day) => Text(_first.AddDays(day)) + Pick("", "", "", "T23:30:00Z", "T22:59:59Z", "T04:59:59Z", "T23:59:59", "T00:00:00", "T00:30:00+02:00");

    private string Currency() => Chance(60) ? "" : Pick(s_currencies);

    private string Cents(int least, int most) => (_random.Next(least, most) / 100m).ToString(CultureInfo.InvariantCulture);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Add(string kind, params (string Column, string Value)[] row) =>
        Facts.Add(kind, row.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal));
}
