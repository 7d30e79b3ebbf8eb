using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;
using SalesReports.Sources;
using SalesReports.Sources.Csv;
using SalesReports.Tests.Sources.Csv;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The product's sections of a report, from files through its own reading, days and sections, without storage.</summary>
internal sealed class PureSections
{
    private readonly IReadOnlyList<Fact> _facts;
    private readonly IReadOnlyList<BuiltDay> _days;
    private readonly MetricSettings _settings;
    private readonly PlainSettings _plain;
    private readonly ExchangeRates _rates;
    private readonly IReadOnlyList<FirstOrder> _firstOrders;
    private readonly CustomerIdentities _who;

    private PureSections(IReadOnlyList<Fact> facts, PlainSettings settings, CustomerIdentities who)
    {
        (_facts, _plain, _who) = (facts, settings, who);
        _settings = new MetricSettings
        {
            Currency = settings.Currency,
            TimeZone = settings.TimeZone,
            SalesCostPerMonth = settings.SalesCostPerMonth,
            MinimumSample = settings.MinimumSample,
            MinimumChurnBase = settings.MinimumChurnBase,
        };
        _days = [.. facts.SelectMany(fact => fact.Days.Select(day => (day, fact))).GroupBy(entry => entry.day, entry => entry.fact).OrderBy(day => day.Key).Select(Built)];
        _rates = new ExchangeRates(Present<DailyRate>().Select(rate => (rate.Day, rate.Currency, rate.PerEuro)));
        _firstOrders =
        [
            .. _days.SelectMany(day => day.Rollup.ActiveCustomers.Select(customer => new FirstOrder(day.Day, who.Of(customer))))
                .GroupBy(first => first.CustomerId, StringComparer.Ordinal).Select(own => own.MinBy(first => first.Day)!),
        ];
    }

    public static Task<PureSections> ReadAsync(CanonicalRows rows, PlainSettings settings, CancellationToken cancellationToken) =>
        ReadAsync(new MadeFiles([.. rows.Kinds.Select(kind => (kind + ".csv", Encoding.UTF8.GetBytes(rows.Text(kind))))]), settings, cancellationToken);

    /// <summary>Of a folder with its mapping.</summary>
    public static Task<PureSections> ReadAsync(string folder, PlainSettings settings, CancellationToken cancellationToken) =>
        ReadAsync(new MadeFiles([.. Directory.EnumerateFiles(folder).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]), settings, cancellationToken);

    /// <summary>The same with the records of one company put together, as the whole product does it.</summary>
    public static async Task<PureSections> ReadMergedAsync(string folder, PlainSettings settings, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(folder, settings, cancellationToken);
        return new PureSections(read._facts, settings, CustomerMatcher.Match(read.Present<Customer>(), read.Present<IdentityDecision>()));
    }

    private static async Task<PureSections> ReadAsync(MadeFiles files, PlainSettings settings, CancellationToken cancellationToken)
    {
        var pulled = new Pulled();
        await foreach (var fact in new CsvSource(files, new BusinessZone(settings.TimeZone), CsvOptions.Default).PullAsync(PullWindow.Everything, pulled, cancellationToken))
        {
            pulled.Facts.Add(fact);
        }

        Assert.Empty(pulled.Rejections);
        return new PureSections(pulled.Facts, settings, CustomerIdentities.None);
    }

    public JsonObject Of(string name, string scope = "company") =>
        JsonSerializer.SerializeToNode(ReportSections.Of(Inputs(PeriodOf(name), scope)), ReportJson.Options)!.AsObject();

    /// <summary>The whole report of the company, with metrics and findings.</summary>
    public Report ReportOf(string name) => ReportAssembly.Assemble(new ReportInputs(Inputs(PeriodOf(name), "company"), [], DateTimeOffset.UnixEpoch, null, []));

    private static Period PeriodOf(string name)
    {
        Assert.True(Period.TryParse(name, out var period), $"{name} is no period.");
        return period;
    }

    /// <summary>What a scope may see, as the report reader cuts it.</summary>
    private SectionInputs Inputs(Period period, string scope)
    {
        var (reps, products, currency) = (ById<Rep>(), ById<Product>(), Currency.Parse(_settings.Currency));
        var (customers, byEveryKey) = ReferenceEquals(_who, CustomerIdentities.None) ? (ById<Customer>(), ById<Customer>()) : (_who.Customers, _who.ByEveryKey());
        var filter = new ScopeFilter(scope, reps, byEveryKey);
        var conversion = new SalesConversion(currency, _rates, products, filter, _who.Merged);
        return new SectionInputs
        {
            Period = period,
            Scope = scope,
            Settings = _settings,
            Holidays = PublicHolidays.France,
            Sales = new SalesBook(_days.Where(day => day.Day < period.End).SelectMany(day => conversion.Of(day.Sales))),
            History = new SalesHistory(
                _days.Where(day => day.Day < period.End).Select(day => MergedCustomers.Of(filter.SeesAll ? day.Rollup : filter.Cut(day.Shares), _who)), new Conversion(currency, _rates, products), _firstOrders,
                _firstOrders.Select(first => (DateOnly?)first.Day).Min(), Present<Order>().Select(order => (DateOnly?)order.OrderedAt.Day).Min(), filter.SeesAll),
            FirstOrders = _firstOrders,
            Deals = [.. _facts.OfType<Opportunity>().Select(deal => CompanyFacts.Of(deal, _who)).Where(deal => filter.SeesDeal(deal.RepId) && (deal.CreatedAt is not { } created || created.Day < period.End))],
            Leads = [.. Present<Lead>().Select(lead => CompanyFacts.Of(lead, _who)).Where(lead => lead.CreatedAt.Day < period.End && filter.SeesLead(lead.OwnerId))],
            Quotes = [.. Present<Quote>().Select(quote => CompanyFacts.Of(quote, _who)).Where(quote => quote.RequestedAt.Day < period.End && filter.SeesQuote(quote.RepId))],
            Spend = filter.SeesAll ? SpendAmount.Of(_days.Where(day => day.Day < period.End).Select(day => day.Rollup), currency, _rates) : [],
            Customers = customers,
            Identities = _who,
            Reps = reps,
            Products = products,
            Stages = [.. Present<Stage>()],
            Targets = [.. Present<Target>().Where(target => filter.SeesTarget(target.Scope))],
            Rates = _rates,
            SourceChannels = _plain.SourceChannels,
        };
    }

    private static BuiltDay Built(IGrouping<DateOnly, Fact> day)
    {
        var builder = new DayRollupBuilder(day.Key);
        foreach (var fact in day)
        {
            builder.Add(fact);
        }

        return builder.Build();
    }

    private Dictionary<string, T> ById<T>()
        where T : Fact => Present<T>().ToDictionary(fact => fact.Id, StringComparer.Ordinal);

    private IEnumerable<T> Present<T>()
        where T : Fact => _facts.OfType<T>().Where(fact => !fact.Deleted);
}
