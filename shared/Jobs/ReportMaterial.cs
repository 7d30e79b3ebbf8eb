using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Reports.Revisions;
using SalesReports.Rollups;
using SalesReports.Rollups.Findings;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>What was read for one report, joined with master data and cut to what its scope may see.</summary>
/// <param name="Data">What the report is made of.</param>
/// <param name="State">The same as fingerprints.</param>
public sealed record ReportMaterial(SectionInputs Data, IReadOnlyList<SourceState> Sources, InputState State)
{
    public string InputsHash { get; } = State.Hash();

    /// <summary>Sources that were not read past the period's end, or gave far less of it than usual; ordered by name.</summary>
    public IReadOnlyList<DoubtfulSource> Doubtful { get; private init; } = [];

    internal static ReportMaterial Of(
        Period period,
        string scope,
        ReportRows rows,
        IReadOnlyList<StoredFact<DailyRate>> rates,
        IReadOnlyList<PastForecast> past,
        IReadOnlyList<PulledSource> pulled,
        MetricSettings settings,
        PublicHolidays holidays)
    {
        var who = rows.Master.Identities;
        var current = settings with { SourceChannels = Channels(settings, pulled) };
        var filter = new ScopeFilter(scope, rows.Master.Reps, who.ByEveryKey());
        var (reporting, exchange) = (Currency.Parse(settings.Currency), new ExchangeRates(rates.Select(rate => (rate.Fact.Day, rate.Fact.Currency, rate.Fact.PerEuro))));
        var days = filter.SeesAll ? rows.Light.Select(day => day.Rollup) : rows.Shares.Select(day => filter.Cut(day.Shares));
        var history = new SalesHistory(
            days.Select(day => MergedCustomers.Of(day, who)), new Conversion(reporting, exchange, rows.Master.Products), rows.FirstOrders, rows.FirstOrderOfAll, rows.OrdersBegan, filter.SeesAll);
        var conversion = new SalesConversion(reporting, exchange, rows.Master.Products, filter, who.Merged);
        var end = new BusinessZone(settings.TimeZone).StartOf(period.End);
        var volumes = SourceVolume.Of(period, rows.SourceDays()).ToDictionary(volume => volume.Source, StringComparer.Ordinal);
        var data = new SectionInputs
        {
            Period = period,
            Scope = scope,
            Settings = current,
            Holidays = holidays,
            Sales = new SalesBook(rows.Sales.SelectMany(day => conversion.Of(day.Content))),
            History = history,
            FirstOrders = rows.FirstOrders,
            Deals = [.. rows.Deals.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(deal => filter.SeesDeal(deal.RepId))],
            Leads = [.. rows.Leads.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(lead => filter.SeesLead(lead.OwnerId))],
            Quotes = [.. rows.Quotes.Select(stored => CompanyFacts.Of(stored.Fact, who)).Where(quote => filter.SeesQuote(quote.RepId))],
            Spend = filter.SeesAll ? SpendAmount.Of(rows.Light.Select(day => day.Rollup), reporting, exchange) : [],
            Customers = rows.Master.Customers,
            Identities = who,
            PossibleDuplicates = filter.SeesAll ? PossibleDuplicate.Of(rows.Sales.Select(day => day.Content).Where(day => period.Contains(day.Day)), who) : [],
            Reps = rows.Master.Reps,
            Products = rows.Master.Products,
            Stages = rows.Master.Stages,
            Targets = [.. rows.Master.Targets.Where(target => filter.SeesTarget(target.Scope))],
            Rates = exchange,
            SourceChannels = current.SourceChannels,
            Sources = filter.SeesAll ? [.. pulled.Select(source => QualityOf(source, volumes.GetValueOrDefault(source.Name)))] : [],
            PastForecasts = past,
            Findings = filter.SeesAll ? Findings(period, rows, reporting, exchange) : [],
        };
        var doubtful = pulled.OrderBy(source => source.Name, StringComparer.Ordinal)
            .Select(source => DoubtOf(source, end, volumes.GetValueOrDefault(source.Name)) is { } why ? new DoubtfulSource(source.Name, source.Kinds, why) : null).OfType<DoubtfulSource>().ToList();
        return new ReportMaterial(data, [.. pulled.Select(source => StateOf(source, doubtful))], InputStates.Of(period, scope, rows, rates, past, current, doubtful)) { Doubtful = doubtful };
    }

    /// <summary>A source that is late has little to give: only one that was read far enough is suspect.</summary>
    private static SourceDoubt? DoubtOf(PulledSource source, DateTimeOffset end, SourceVolume? volume) =>
        !(source.PulledThrough >= end) ? SourceDoubt.Late : volume is { IsSuspect: true } ? SourceDoubt.Suspect : null;

    /// <summary>A source whose last pull went well may still be late for this period, or suspect.</summary>
    private static SourceState StateOf(PulledSource source, IEnumerable<DoubtfulSource> doubtful) => new(source.Name, source.PulledThrough, (source.Status, doubtful.FirstOrDefault(one => one.Name == source.Name)?.Why) switch
    {
        ("ready", SourceDoubt.Late) => "late",
        ("ready", SourceDoubt.Suspect) => "suspect",
        var (status, _) => status,
    });

    private static SourceQuality QualityOf(PulledSource source, SourceVolume? volume) =>
        new(source.Name, source.PulledThrough, source.Status, source.RejectedRows) { Facts = volume?.Facts ?? 0, UsualFacts = volume?.Usual ?? 0, IsSuspect = volume is { IsSuspect: true } };

    /// <summary>What the settings say of a channel, and before them what a source says of its own.</summary>
    private static SortedDictionary<string, string> Channels(MetricSettings settings, IEnumerable<PulledSource> pulled)
    {
        var channels = new SortedDictionary<string, string>(settings.SourceChannels.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (channel, source) in pulled.OrderBy(one => one.Name, StringComparer.Ordinal).SelectMany(one => one.SourceChannels))
        {
            channels[channel] = source;
        }

        return channels;
    }

    private static IReadOnlyList<FindingCount> Findings(Period period, ReportRows rows, Currency reporting, ExchangeRates exchange)
    {
        var known = new KnownIds();
        known.Add(FactKind.Customers, rows.Master.Identities.ByEveryKey().Keys);
        known.Add(FactKind.Reps, rows.Master.Reps.Keys);
        known.Add(FactKind.Products, rows.Master.Products.Keys);
        var light = rows.Light.Select(day => day.Rollup).Where(day => period.Contains(day.Day));
        return QualityFindings.Of(rows.Findings.Select(day => day.Content), light, known, rows.Master.Products, reporting, exchange);
    }
}
