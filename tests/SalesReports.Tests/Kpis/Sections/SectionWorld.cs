using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>A small company as facts, and what a report's sections are given of it, straight from the facts and without storage.</summary>
internal sealed class SectionWorld
{
    private readonly IReadOnlyList<Fact> _facts;
    private readonly Currency _currency;

    public SectionWorld(params IEnumerable<Fact> facts)
        : this(facts, new MetricSettings())
    {
    }

    public SectionWorld(IEnumerable<Fact> facts, MetricSettings settings)
    {
        _facts = [.. facts];
        Settings = settings;
        _currency = Currency.Parse(settings.Currency);
    }

    public MetricSettings Settings { get; }

    public IReadOnlyDictionary<string, string> SourceChannels { get; init; } = new Dictionary<string, string>();

    /// <param name="period">Such as <c>2026-11</c>.</param>
    /// <param name="scope">Only named: the rows are not cut to it.</param>
    public SectionInputs At(string period, string scope = "company")
    {
        Assert.True(Period.TryParse(period, out var parsed), $"{period} is no period.");
        var products = ById<Product>();
        var rates = new ExchangeRates(Present<DailyRate>().Select(rate => (rate.Day, rate.Currency, rate.PerEuro)));
        var firstOrders = FirstOrders();
        return new SectionInputs
        {
            Period = parsed,
            Scope = scope,
            Settings = Settings,
            Holidays = PublicHolidays.France,
            Sales = new SalesBook(Present<Order>().Where(order => order.Status is OrderStatus.Booked or OrderStatus.Return).Select(order => SaleOf(order, products, rates)).OfType<Sale>()),
            History = new SalesHistory(
                Days(), new Conversion(_currency, rates, products), firstOrders, firstOrders.Select(first => (DateOnly?)first.Day).Min(), Present<Order>().Select(order => (DateOnly?)order.OrderedAt.Day).Min()),
            FirstOrders = firstOrders,
            Deals = [.. _facts.OfType<Opportunity>()],
            Leads = [.. Present<Lead>()],
            Quotes = [.. Present<Quote>().Where(quote => quote.RequestedAt.Day < parsed.End)],
            Spend = [.. Present<SpendDay>().Select(spend => Converted(spend, rates)).OfType<SpendAmount>()],
            Customers = ById<Customer>(),
            Reps = ById<Rep>(),
            Products = products,
            Stages = [.. Present<Stage>()],
            Targets = [.. Present<Target>()],
            Rates = rates,
            SourceChannels = SourceChannels,
        };
    }

    private SpendAmount? Converted(SpendDay spend, ExchangeRates rates) =>
        rates.Convert(new Money(spend.Amount, spend.Currency ?? _currency), _currency, spend.Day) is { } amount
            ? new SpendAmount(spend.Day, spend.Channel, spend.Campaign, amount)
            : null;

    private Sale? SaleOf(Order order, Dictionary<string, Product> products, ExchangeRates rates)
    {
        var day = order.OrderedAt.Day;
        var isReturn = order.Status == OrderStatus.Return;
        decimal? Amount(decimal? amount, Currency? currency) => amount is { } a ? rates.Convert(new Money(a, currency ?? _currency), _currency, day) : null;
        if (Amount(1, order.Currency) is null)
        {
            return null;
        }

        var lines = order.Lines.Select(line =>
        {
            var product = line.Sku is null ? null : products.GetValueOrDefault(line.Sku);
            var quantity = isReturn ? -Math.Abs(line.Quantity) : line.Quantity;
            var net = Amount(isReturn ? -Math.Abs(line.Net) : line.Net, order.Currency)!.Value;
            return new SaleLine(
                line.Sku, line.Category ?? product?.Category, !isReturn && quantity > 0 && net != 0, 1, quantity, net, Math.Abs(net),
                line.UnitCost is null ? Amount(product?.UnitCost * quantity, product?.Currency) : Amount(line.UnitCost * quantity, order.Currency),
                line.ListUnitPrice is null ? Amount(product?.ListPrice * quantity, product?.Currency) : Amount(line.ListUnitPrice * quantity, order.Currency));
        }).ToList();
        var total = lines.Sum(line => line.Net);
        return new Sale(day, order.CustomerId, order.RepId, order.Channel, order.LeadSource, 1, !isReturn && total > 0 ? [total] : [], lines);
    }

    private List<DayRollup> Days() =>
    [
        .. _facts.SelectMany(fact => fact.Days.Select(day => (day, fact))).GroupBy(entry => entry.day).Select(day =>
        {
            var builder = new DayRollupBuilder(day.Key);
            foreach (var (_, fact) in day)
            {
                builder.Add(fact);
            }

            return builder.Build().Rollup;
        }),
    ];

    private List<FirstOrder> FirstOrders() =>
    [
        .. Days().SelectMany(day => day.ActiveCustomers.Select(customer => new FirstOrder(day.Day, customer))).GroupBy(first => first.CustomerId, StringComparer.Ordinal).Select(own => own.MinBy(first => first.Day)!),
    ];

    private Dictionary<string, T> ById<T>()
        where T : Fact => Present<T>().ToDictionary(fact => fact.Id, StringComparer.Ordinal);

    private IEnumerable<T> Present<T>()
        where T : Fact => _facts.OfType<T>().Where(fact => !fact.Deleted);
}
