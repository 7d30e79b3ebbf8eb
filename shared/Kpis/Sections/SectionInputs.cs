using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Findings;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections;

/// <summary>
/// Everything the sections of a report are made of, already cut to the rows that its scope may see; the same inputs give the same
/// sections. Source: metrics.md, monthly report.
/// </summary>
public sealed record SectionInputs
{
    public required Period Period { get; init; }

    /// <summary><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</summary>
    public required string Scope { get; init; }

    public required MetricSettings Settings { get; init; }

    public required PublicHolidays Holidays { get; init; }

    /// <summary>Sales of at least <c>[end − 25 months, end)</c> for a month, of this week and the one before for a week.</summary>
    public required SalesBook Sales { get; init; }

    /// <summary>The light figures of the whole report window.</summary>
    public required SalesHistory History { get; init; }

    /// <summary>First orders, company-wide, merged customers; of the whole report window.</summary>
    public required IReadOnlyList<FirstOrder> FirstOrders { get; init; }

    /// <summary>Each opportunity once: those created, closed, moved or open in the window, deleted ones included (a removal is a movement).</summary>
    public required IReadOnlyList<Opportunity> Deals { get; init; }

    /// <summary>Leads created in the window, deleted ones left out.</summary>
    public required IReadOnlyList<Lead> Leads { get; init; }

    /// <summary>Quotes requested in the window up to the period's end, deleted ones left out.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>Marketing spend of the window in the reporting currency; facts without a rate are left out.</summary>
    public required IReadOnlyList<SpendAmount> Spend { get; init; }

    /// <summary>Master data by id; merged customers stand under their one id.</summary>
    public required IReadOnlyDictionary<string, Customer> Customers { get; init; }

    /// <summary>Which records of customers are one company, and what is left to people.</summary>
    public CustomerIdentities Identities { get; init; } = CustomerIdentities.None;

    /// <summary>Sales of the period that two sources may both have sent.</summary>
    public IReadOnlyList<PossibleDuplicate> PossibleDuplicates { get; init; } = [];

    public required IReadOnlyDictionary<string, Rep> Reps { get; init; }

    public required IReadOnlyDictionary<string, Product> Products { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>For amounts of opportunities and quotes, which stay in their own currency.</summary>
    public required ExchangeRates Rates { get; init; }

    /// <summary>Spend channel to lead source; a channel that is not in it stands for the source of the same name.</summary>
    public required IReadOnlyDictionary<string, string> SourceChannels { get; init; }

    /// <summary>How the last import of each source went; for the company's monthly report only.</summary>
    public IReadOnlyList<SourceQuality> Sources { get; init; } = [];

    /// <summary>Forecasts of the scope as earlier reports made and locked them, of any month.</summary>
    public IReadOnlyList<PastForecast> PastForecasts { get; init; } = [];

    /// <summary>What is odd in the facts of the period: counts and first examples a kind; for the company's monthly report only.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];
}

/// <summary>Spend of one channel on one day, in the reporting currency.</summary>
public sealed record SpendAmount(DateOnly Day, string Channel, string? Campaign, decimal Amount)
{
    /// <summary>The spend of the days; what has no usable rate is left out.</summary>
    public static IReadOnlyList<SpendAmount> Of(IEnumerable<DayRollup> days, Currency reporting, ExchangeRates rates) =>
    [
        .. from day in days
           from spend in day.Spend
           let amount = rates.Convert(new Money(spend.Amount, spend.Currency ?? reporting), reporting, day.Day)
           where amount is not null
           select new SpendAmount(day.Day, spend.Channel, spend.Campaign, amount.Value),
    ];
}
