using System.Globalization;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>
/// A small company made up from a seed with all that the sections of a report look at: reps with and without team, customers with
/// owners, a stock of products with costs and list prices in several currencies, orders of every channel and state, deals with
/// their histories, leads, quotes around week ends and holidays, spend, and targets of every scope.
/// </summary>
internal sealed partial class RandomCompany
{
    private static readonly string[] s_currencies = ["EUR", "USD", "GBP"];
    private static readonly string[] s_channels = ["", "", "rep", "rep", "self_service", "self_service", "edi", "marketplace", "manual"];
    private static readonly string[] s_sources = ["Web", "Fair", "Phone", "Partner"];
    private static readonly string[] s_categories = ["Paper", "Ink", "Chairs", "Lamps"];
    private readonly Random _random;
    private readonly DateOnly _first;
    private readonly int _days;
    private readonly int _customers;

    public RandomCompany(int seed)
    {
        _random = new Random(seed);
        _first = new DateOnly(2023, 1, 1).AddDays(_random.Next(500));
        _days = _random.Next(60, 1_100);
        _customers = _random.Next(3, 14);
        Settings = new PlainSettings(
            Chance(60) ? "EUR" : Pick(s_currencies), "Europe/Paris", Chance(50) ? _random.Next(1, 90_000) / 7m : null, _random.Next(1, 6), _random.Next(1, 5))
        {
            SourceChannels = new Dictionary<string, string>(StringComparer.Ordinal) { ["google-ads"] = "Web", ["shows"] = "Fair" },
        };
        AddMasterData();
        AddRates();
        AddOrders();
        AddDeals();
        AddLeads();
        AddQuotes();
        AddSpend();
        AddTargets();
    }

    public CanonicalRows Facts { get; } = new();

    public PlainSettings Settings { get; }

    /// <summary>A part of the company, another with every seed.</summary>
    public string Scope => Pick("team:North", "team:South", "rep:R0", "rep:R3", "rep:R9");

    /// <summary>Weeks and months in the data, more of them late, when there is something to look back on.</summary>
    public IReadOnlyList<string> Periods(int weeks, int months)
    {
        var days = Enumerable.Range(0, weeks + months).Select(_ => _first.AddDays(Chance(70) ? _days * 2 / 3 + _random.Next(_days / 3) : _random.Next(_days + 100))).ToList();
        return [.. days.Select((day, index) => (index < weeks ? PlainPeriod.WeekOf(day) : PlainPeriod.MonthOf(day)).Name).Distinct(StringComparer.Ordinal)];
    }

    private void AddMasterData()
    {
        foreach (var (rep, team) in new[] { ("R0", "North"), ("R1", "North"), ("R2", "South"), ("R3", Pick("South", "East")), ("R4", "") })
        {
            Add("reps", ("rep_id", rep), ("name", $"Rep {rep}"), ("team", team));
        }

        for (var i = 0; i < _customers - 1; i++)
        {
            Add("customers",
                ("customer_id", $"C{i}"), ("name", $"Customer {i}"), ("segment", Pick("", "Small", "Large")), ("territory", Pick("", "FR", "DE")),
                ("owner_id", Pick("", "R0", "R1", "R2", "R3", "R4", "R9")));
        }

        for (var i = 0; i < 8; i++)
        {
            Add("products",
                ("sku", $"P{i}"), ("name", $"Article {i}"), ("category", Chance(85) ? Pick(s_categories) : ""), ("list_price", Chance(75) ? Cents(500, 9_000) : ""),
                ("unit_cost", Chance(75) ? Cents(1, 5_000) : ""), ("currency", Chance(40) ? Pick(s_currencies) : ""));
        }

        var names = new[] { "Qualify", "Propose", "Negotiate", "Sign" };
        foreach (var pipeline in new[] { "main", "partner" })
        {
            foreach (var (stage, position) in (pipeline == "main" ? names : [.. names.Reverse().Take(3)]).Select((stage, index) => (stage, index + 1)))
            {
                Add("stages",
                    ("pipeline", pipeline), ("stage", stage), ("position", Text(position)), ("probability", Chance(60) ? Cents(5, 95) : ""),
                    ("requires_qualification", Pick("true", "false", "")));
            }
        }
    }

    private void AddRates()
    {
        var (often, gap) = (_random.Next(30, 100), _first.AddDays(_random.Next(_days)));
        for (var day = _first.AddDays(-40); day < _first.AddDays(_days + 110); day = day.AddDays(1))
        {
            foreach (var currency in s_currencies.Where(c => c != "EUR" && Chance(often) && (day < gap || day > gap.AddDays(12))))
            {
                Add("fx", ("date", Text(day)), ("currency", currency), ("rate", (_random.Next(7_000, 14_000) / 10_000m).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private void AddLeads()
    {
        var leads = _random.Next(0, 70);
        for (var i = 0; i < leads; i++)
        {
            var day = _random.Next(_days);
            var created = Text(_first.AddDays(day)) + Clock();
            var status = Pick("new", "", "qualified", "disqualified", "converted");
            var contact = _random.Next(0, 9);
            Add("leads",
                ("lead_id", $"L{i}"), ("created_at", created), ("source", Pick(s_sources)), ("status", status),
                ("disqualified_reason", status == "disqualified" && Chance(80) ? Pick("Budget", "Target", "Student") : ""),
                ("first_contact_at", Chance(70) ? Text(_first.AddDays(day + contact + 1)) + Clock() : ""),
                ("converted_at", status == "converted" ? Text(_first.AddDays(day + 10)) : ""),
                ("customer_id", Chance(50) ? Customer() : ""), ("owner_id", Pick("", "R0", "R1", "R2", "R3", "R4", "R9")));
        }
    }

    private void AddQuotes()
    {
        var quotes = _random.Next(0, 60);
        for (var i = 0; i < quotes; i++)
        {
            var day = Chance(20) ? HolidayEve() : _random.Next(_days);
            var (answered, accepted) = (day + 1 + _random.Next(12), day + 2 + _random.Next(30));
            Add("quotes",
                ("quote_id", $"Q{i}"), ("requested_at", Text(_first.AddDays(day)) + Clock()), ("first_answered_at", Chance(80) ? Text(_first.AddDays(answered)) + Clock() : ""),
                ("accepted_at", Chance(40) ? Text(_first.AddDays(Math.Max(answered, accepted))) : ""), ("rep_id", Pick("", "R0", "R1", "R2", "R3")), ("customer_id", Customer()));
        }
    }

    /// <summary>A day before a holiday or before the clocks change, where there is one.</summary>
    private int HolidayEve()
    {
        var day = _random.Next(_days);
        for (var look = day; look < day + 60; look++)
        {
            var date = _first.AddDays(look + 1);
            if ((date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PlainCalendar.IsWorked(date)) || date is { Month: 3 or 10, Day: > 24, DayOfWeek: DayOfWeek.Sunday })
            {
                return look;
            }
        }

        return day;
    }

    private void AddSpend()
    {
        var often = _random.Next(0, 25);
        for (var day = 0; day < _days; day++)
        {
            if (Chance(often))
            {
                Add("spend", ("date", Text(_first.AddDays(day))), ("channel", Pick("google-ads", "shows", "Partner", "radio")), ("campaign", $"K{day}"), ("amount", Cents(0, 90_000)), ("currency", Currency()));
            }
        }
    }

    private void AddTargets()
    {
        string[] scopes = ["company", "team:North", "team:South", "rep:R0", "rep:R1", "rep:R2"];
        for (var month = new DateOnly(_first.Year, 1, 1); month <= _first.AddDays(_days + 300); month = month.AddMonths(1))
        {
            foreach (var (scope, metric) in scopes.SelectMany(scope => new[] { "revenue", "win_rate", "gross_margin" }.Select(metric => (scope, metric))))
            {
                var quarter = FormattableString.Invariant($"{month.Year}-Q{((month.Month - 1) / 3) + 1}");
                var period = month.Month == 1 && Chance(50) ? Text(month)[..4] : month.Month % 3 == 1 && Chance(40) ? quarter : Chance(50) ? Text(month)[..7] : "";
                if (period.Length > 0)
                {
                    Add("targets", ("period", period), ("scope", scope), ("metric", metric), ("value", metric == "revenue" ? Cents(10_000, 900_000) : Cents(5, 95)));
                }
            }
        }
    }

    private string Customer() => $"C{_random.Next(_customers)}";

    /// <summary>A date alone, an instant of office hours or around midnight, or a time without zone.</summary>
    private string Clock() => Pick("", "T09:20:00Z", "T16:45:00Z", "T07:10:00Z", "T11:59:59", "T17:15:00", "T22:40:00Z", "T00:30:00+02:00");

    private string Currency() => Chance(60) ? "" : Pick(s_currencies);

    private string Cents(int least, int most) => (_random.Next(least, most) / 100m).ToString(CultureInfo.InvariantCulture);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(string kind, params (string Column, string Value)[] row) =>
        Facts.Add(kind, row.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal));
}
