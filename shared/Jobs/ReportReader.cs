using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Reports.Revisions;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Reads from storage what one report is made of; its cost follows the report's window, not the history.</summary>
public sealed class ReportReader(
    FactReader facts,
    RollupStore rollups,
    MonthStore sales,
    FirstOrderIndex firstOrders,
    SourceLedger sources,
    ForecastStore forecasts,
    MetricSettings settings,
    PublicHolidays holidays)
{
    public const string Company = "company";

    /// <summary>Accuracy looks at the forecasts of twelve months, made up to three months before each.</summary>
    private const int MonthsOfForecasts = 16;

    /// <summary>Days of light rows that are read as one range.</summary>
    private const int DaysAtOnce = 400;

    public Task<ReportMaterial> ReadAsync(Period period, CancellationToken cancellationToken) => ReadAsync(period, Company, cancellationToken);

    /// <param name="scope"><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</param>
    public async Task<ReportMaterial> ReadAsync(Period period, string scope, CancellationToken cancellationToken)
    {
        return await ReadAsync(period, scope, ReportWindow.Of(period), SectionWindow.Of(period), cancellationToken);
    }

    /// <summary>What a time series is made of: everything of the days, and what lies as far before them as the metric looks back.</summary>
    /// <param name="needsFrom">First day of light figures.</param>
    public async Task<SectionInputs> ReadSeriesAsync(DateOnly from, DateOnly end, DateOnly needsFrom, string scope, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(Period.MonthOf(end.AddDays(-1)), scope, new ReportWindow(needsFrom, end), new SectionWindow(from, from, end), cancellationToken);
        return read.Data;
    }

    private async Task<ReportMaterial> ReadAsync(Period period, string scope, ReportWindow window, SectionWindow sections, CancellationToken cancellationToken)
    {
        var master = MasterData.ReadAsync(facts, cancellationToken);
        var light = LightAsync(window, cancellationToken);
        var shares = scope == Company ? Task.FromResult<IReadOnlyList<StoredShares>>([]) : rollups.ReadSharesAsync(window.From, window.End.AddDays(-1), cancellationToken);
        var detail = sales.ReadAsync(sections.Sales, sections.End, cancellationToken);
        var first = firstOrders.ReadAsync(window.From, window.End, cancellationToken);
        var earliest = firstOrders.EarliestAsync(cancellationToken);
        var began = rollups.OrdersBeganAsync(cancellationToken);
        var deals = facts.ReadDealsAsync(sections.Deals.AddDays(-1), cancellationToken);
        var leads = facts.ReadBetweenAsync<Lead>(FactKind.Leads, sections.Deals, sections.End, cancellationToken);
        var quotes = facts.ReadBetweenAsync<Quote>(FactKind.Quotes, sections.Deals, sections.End, cancellationToken);
        var past = PastForecastsAsync(period, scope, cancellationToken);
        var pulled = sources.ReadAsync(cancellationToken);
        var who = (await master).Identities;
        var ofMerged = await firstOrders.ReadAsync(MergedCustomers.MembersOf(who), cancellationToken);
        var read = new ReportRows(
            await master,
            await light,
            await shares,
            await detail,
            MergedCustomers.Of(await first, ofMerged, who, window.From, window.End),
            await earliest,
            await began,
            [.. (await deals).Where(deal => deal.Fact.CreatedAt is not { } created || created.Day < sections.End)],
            [.. (await leads).Where(lead => !lead.Fact.Deleted)],
            [.. (await quotes).Where(quote => !quote.Fact.Deleted)]);
        var rates = await RatesAsync(window, read, cancellationToken);
        return Material(period, scope, read, rates, await past, await pulled);
    }

    private ReportMaterial Material(Period period, string scope, ReportRows rows, IReadOnlyList<StoredFact<DailyRate>> rates, IReadOnlyList<PastForecast> past, IReadOnlyList<PulledSource> pulled)
    {
        var who = rows.Master.Identities;
        var current = settings with { SourceChannels = Channels(pulled) };
        var filter = new ScopeFilter(scope, rows.Master.Reps, who.ByEveryKey());
        var (reporting, exchange) = (Currency.Parse(settings.Currency), new ExchangeRates(rates.Select(rate => (rate.Fact.Day, rate.Fact.Currency, rate.Fact.PerEuro))));
        var days = filter.SeesAll ? rows.Light.Select(day => day.Rollup) : rows.Shares.Select(day => filter.Cut(day.Shares));
        var history = new SalesHistory(
            days.Select(day => MergedCustomers.Of(day, who)), new Conversion(reporting, exchange, rows.Master.Products), rows.FirstOrders, rows.FirstOrderOfAll, rows.OrdersBegan, filter.SeesAll);
        var conversion = new SalesConversion(reporting, exchange, rows.Master.Products, filter, who.Merged);
        var inputs = new SectionInputs
        {
            Period = period,
            Scope = scope,
            Settings = current,
            Holidays = holidays,
            Sales = new SalesBook(rows.Sales.SelectMany(stored => conversion.Of(stored.Day))),
            History = history,
            FirstOrders = rows.FirstOrders,
            Deals = [.. rows.Deals.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(deal => filter.SeesDeal(deal.RepId))],
            Leads = [.. rows.Leads.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(lead => filter.SeesLead(lead.OwnerId))],
            Quotes = [.. rows.Quotes.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(quote => filter.SeesQuote(quote.RepId))],
            Spend = filter.SeesAll ? SpendAmount.Of(rows.Light.Select(day => day.Rollup), reporting, exchange) : [],
            Customers = rows.Master.Customers,
            Identities = who,
            PossibleDuplicates = filter.SeesAll ? PossibleDuplicate.Of(rows.Sales.Select(stored => stored.Day).Where(day => period.Contains(day.Day)), who) : [],
            Reps = rows.Master.Reps,
            Products = rows.Master.Products,
            Stages = rows.Master.Stages,
            Targets = [.. rows.Master.Targets.Where(target => filter.SeesTarget(target.Scope))],
            Rates = exchange,
            SourceChannels = current.SourceChannels,
            PastForecasts = past,
        };
        return new ReportMaterial(inputs, [.. pulled.Select(s => new SourceState(s.Name, s.PulledThrough, s.Status))], InputStates.Of(period, scope, rows, rates, past, current));
    }

    /// <summary>What the settings say of a channel, and before them what a source says of its own.</summary>
    private SortedDictionary<string, string> Channels(IEnumerable<PulledSource> pulled)
    {
        var channels = new SortedDictionary<string, string>(settings.SourceChannels.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (channel, source) in pulled.OrderBy(one => one.Name, StringComparer.Ordinal).SelectMany(one => one.SourceChannels))
        {
            channels[channel] = source;
        }

        return channels;
    }

    /// <summary>Some pages at a time in parallel: the longest of all reads.</summary>
    private async Task<IReadOnlyList<StoredRollup>> LightAsync(ReportWindow window, CancellationToken cancellationToken)
    {
        var parts = new List<Task<IReadOnlyList<StoredRollup>>>();
        for (var from = window.From; from < window.End; from = from.AddDays(DaysAtOnce))
        {
            var end = from.AddDays(DaysAtOnce) < window.End ? from.AddDays(DaysAtOnce) : window.End;
            parts.Add(rollups.ReadAsync(from, end.AddDays(-1), cancellationToken));
        }

        return [.. (await Task.WhenAll(parts)).SelectMany(part => part)];
    }

    /// <summary>What monthly reports before this one forecast; only those whose months matter now.</summary>
    private async Task<IReadOnlyList<PastForecast>> PastForecastsAsync(Period period, string scope, CancellationToken cancellationToken)
    {
        if (period.Kind != PeriodKind.Monthly)
        {
            return [];
        }

        var made = await forecasts.ReadAsync(scope, period.Back(MonthsOfForecasts).Name, period.Name, cancellationToken);
        return [.. made.Select(forecast => new PastForecast(forecast.Month, forecast.MadeAt, forecast.Value, forecast.Low, forecast.High))];
    }

    /// <summary>Rates are read only when something needs converting.</summary>
    private async Task<IReadOnlyList<StoredFact<DailyRate>>> RatesAsync(ReportWindow window, ReportRows rows, CancellationToken cancellationToken)
    {
        var reporting = Currency.Parse(settings.Currency);
        if (!rows.Currencies().Any(currency => currency is { } known && known != reporting))
        {
            return [];
        }

        // An opportunity is told at the rate of the day it was created, however long ago.
        var first = rows.Deals.Select(deal => deal.Fact.CreatedAt?.Day ?? window.From).Append(window.From).Min();
        return await facts.ReadRatesAsync(first.AddDays(-ExchangeRates.OldestDays), window.End, cancellationToken);
    }
}

/// <summary>What was read for one report.</summary>
/// <param name="Data">What the report is made of.</param>
/// <param name="State">The same as fingerprints.</param>
public sealed record ReportMaterial(SectionInputs Data, IReadOnlyList<SourceState> Sources, InputState State)
{
    public string InputsHash { get; } = State.Hash();
}
