using System.Globalization;
using System.Text.Json.Nodes;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The product's pure middle, facts to days to report, without storage: fast enough for many worlds.</summary>
internal sealed class PureProduct
{
    private readonly MetricSettings _settings;
    private readonly IReadOnlyList<Target> _targets;
    private readonly IReadOnlyList<DayRollup> _days;
    private readonly Conversion _conversion;

    public PureProduct(CanonicalRows rows, PlainSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        _settings = new MetricSettings
        {
            Currency = settings.Currency,
            TimeZone = settings.TimeZone,
            SalesCostPerMonth = settings.SalesCostPerMonth,
            MinimumSample = settings.MinimumSample,
            MinimumChurnBase = settings.MinimumChurnBase,
            MaximumLifetimeYears = settings.MaximumLifetimeYears,
            AmberBand = settings.AmberBand,
        };
        Fact[] facts = [.. Orders(rows, zone), .. Deals(rows, zone), .. Spend(rows)];
        _targets = [.. rows.Of("targets").Select(Target)];
        _days = [.. facts.SelectMany(fact => fact.Days.Select(day => (day, fact))).GroupBy(entry => entry.day).OrderBy(day => day.Key).Select(DayOf)];
        _conversion = new Conversion(
            Currency.Parse(settings.Currency),
            new ExchangeRates(rows.Of("fx").Select(row => (DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture), Currency.Parse(row["currency"]), Number(row["rate"])))),
            rows.Of("products").Select(Product).ToDictionary(product => product.Id, StringComparer.Ordinal));
    }

    public JsonNode Report(string name)
    {
        Assert.True(Period.TryParse(name, out var period));
        var window = ReportWindow.Of(period);
        IReadOnlyList<FirstOrder> first =
        [
            .. _days.SelectMany(day => day.ActiveCustomers.Select(customer => (day.Day, customer))).GroupBy(entry => entry.customer, StringComparer.Ordinal)
                .Select(own => new FirstOrder(own.Min(entry => entry.Day), own.Key)),
        ];
        var history = new SalesHistory(
            _days.Where(day => day.Day >= window.From && day.Day < window.End), _conversion, first,
            first.Count == 0 ? null : first.Min(order => order.Day), _days.Where(day => day.OrderFacts > 0).Select(day => (DateOnly?)day.Day).FirstOrDefault());
        var inputs = new SectionInputs
        {
            Period = period,
            Scope = "company",
            Settings = _settings,
            Holidays = PublicHolidays.France,
            Sales = new SalesBook([]),
            History = history,
            FirstOrders = first,
            Deals = [],
            Leads = [],
            Quotes = [],
            Spend = [],
            Customers = new Dictionary<string, Customer>(),
            Reps = new Dictionary<string, Rep>(),
            Products = new Dictionary<string, Product>(),
            Stages = [],
            Targets = _targets,
            Rates = ExchangeRates.None,
            SourceChannels = new Dictionary<string, string>(),
        };
        var report = ReportAssembly.Assemble(new ReportInputs(inputs, [], DateTimeOffset.UnixEpoch, null, []));
        return JsonNode.Parse(ReportJson.Write(report))!;
    }

    private static DayRollup DayOf(IGrouping<DateOnly, (DateOnly Day, Fact Fact)> facts)
    {
        var builder = new DayRollupBuilder(facts.Key);
        foreach (var (_, fact) in facts)
        {
            builder.Add(fact);
        }

        return builder.Build().Rollup;
    }

    private static IEnumerable<Fact> Orders(CanonicalRows rows, TimeZoneInfo zone) => rows.Of("orders").GroupBy(row => row["order_id"], StringComparer.Ordinal)
        .Select(lines => (Id: lines.Key, Head: lines.First(), Lines: lines)).Select(order => new Order
        {
            Source = "csv",
            Id = order.Id,
            Deleted = Text(order.Head, "deleted") == "true",
            OrderedAt = At(order.Head["ordered_at"], zone),
            CustomerId = order.Head["customer_id"],
            Status = Enum.Parse<OrderStatus>(Text(order.Head, "status") ?? "booked", ignoreCase: true),
            Currency = Money(order.Head),
            Lines = [.. order.Lines.Select((row, index) => Line(row, index + 1))],
        });

    private static OrderLine Line(Row row, int number)
    {
        var discount = Optional(row, "discount") ?? (Optional(row, "discount_percent") / 100) ?? 0;
        return new()
        {
            Number = number,
            Sku = Text(row, "sku"),
            Quantity = Number(row["quantity"]),
            Net = Optional(row, "net_amount") ?? OrderLine.NetOf(Number(row["unit_price"]), Number(row["quantity"]), discount),
            UnitCost = Optional(row, "unit_cost"),
        };
    }

    private static IEnumerable<Fact> Deals(CanonicalRows rows, TimeZoneInfo zone) => rows.Of("opportunities").Select(row => new Opportunity
    {
        Source = "csv",
        Id = row["opportunity_id"],
        Stage = row["stage"],
        Deleted = Text(row, "deleted") == "true",
        Outcome = Enum.Parse<Outcome>(Text(row, "outcome") ?? "open", ignoreCase: true),
        CreatedAt = Text(row, "created_at") is { } created ? At(created, zone) : null,
        ClosedAt = Text(row, "closed_at") is { } closed ? At(closed, zone) : null,
    });

    private static IEnumerable<Fact> Spend(CanonicalRows rows) => rows.Of("spend").Select((row, index) => new SpendDay
    {
        Source = "csv",
        Id = index.ToString(CultureInfo.InvariantCulture),
        Day = DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Channel = row["channel"],
        Amount = Number(row["amount"]),
        Currency = Money(row),
    });

    private static Product Product(Row row) => new() { Source = "csv", Id = row["sku"], UnitCost = Optional(row, "unit_cost"), Currency = Money(row) };

    private static Target Target(Row row, int index) => new()
    {
        Source = "csv",
        Id = index.ToString(CultureInfo.InvariantCulture),
        Period = row["period"],
        Scope = row["scope"],
        Metric = row["metric"],
        Value = Number(row["value"]),
    };

    private static Moment At(string text, TimeZoneInfo zone) => Moment.On(PlainReading.BusinessDay(text, zone));

    private static Currency? Money(Row row) => Text(row, "currency") is { } text ? Currency.Parse(text) : null;

    private static string? Text(Row row, string column) => row.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    private static decimal? Optional(Row row, string column) => Text(row, column) is { } text ? Number(text) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
