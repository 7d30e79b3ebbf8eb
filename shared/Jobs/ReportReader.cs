using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Rollups.Findings;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Reads from storage what one report is made of; its cost follows the report's window, not the history.</summary>
public sealed class ReportReader(
    FactReader facts,
    RollupStore rollups,
    DetailStore details,
    MonthStore months,
    FirstOrderIndex firstOrders,
    SourceLedger sources,
    ForecastStore forecasts,
    MetricSettings settings,
    PublicHolidays holidays)
{
    /// <summary>Accuracy looks at the forecasts of twelve months, made up to three months before each.</summary>
    private const int MonthsOfForecasts = 16;

    /// <summary>Days of light rows that are read as one range: they are the longest of all reads, so some ranges are read at once.</summary>
    private const int DaysAtOnce = 400;

    public Task<ReportMaterial> ReadAsync(Period period, CancellationToken cancellationToken) => ReadAsync(period, ScopeName.Company, cancellationToken);

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
        var past = PastForecastsAsync(period, scope, cancellationToken);
        var pulled = sources.ReadAsync(cancellationToken);
        var rows = await RowsAsync(period, scope, window, sections, cancellationToken);
        var rates = await RatesAsync(window, rows, cancellationToken);
        return ReportMaterial.Of(period, scope, rows, rates, await past, await pulled, settings, holidays);
    }

    /// <summary>All at once, but for the first orders of merged customers: who they are must be known first.</summary>
    private async Task<ReportRows> RowsAsync(Period period, string scope, ReportWindow window, SectionWindow sections, CancellationToken cancellationToken)
    {
        var master = MasterData.ReadAsync(facts, cancellationToken);
        var light = LightAsync(window, cancellationToken);
        var shares = scope == ScopeName.Company ? Task.FromResult<IReadOnlyList<StoredShares>>([]) : rollups.ReadSharesAsync(window.From, window.End.AddDays(-1), cancellationToken);
        var sales = months.ReadSalesAsync(sections.Sales, sections.End, cancellationToken);

        // Later days too: what came to rest in them was open before. A year is one scan, more is a blob a month.
        var rested = period.Kind == PeriodKind.Monthly
            ? months.ReadFunnelAsync(sections.Funnel, DateOnly.MaxValue, cancellationToken)
            : details.ReadFunnelAsync(sections.Funnel, DateOnly.MaxValue, cancellationToken);
        var open = facts.ReadOpenDealsAsync(cancellationToken);
        var findings = period.Kind == PeriodKind.Monthly
            ? details.ReadFindingsAsync(period.Start, period.LastDay, cancellationToken)
            : Task.FromResult<IReadOnlyList<StoredDetail<DayFindings>>>([]);
        var first = firstOrders.ReadAsync(window.From, window.End, cancellationToken);
        var earliest = firstOrders.EarliestAsync(cancellationToken);
        var began = rollups.OrdersBeganAsync(cancellationToken);
        var funnel = await rested;
        var before = funnel.Where(day => day.Day < sections.End).Select(day => day.Content).ToList();
        var who = (await master).Identities;
        var ofMerged = await firstOrders.ReadAsync(MergedCustomers.MembersOf(who), cancellationToken);
        return new ReportRows(
            await master,
            await light,
            await shares,
            await sales,
            MergedCustomers.Of(await first, ofMerged, who, window.From, window.End),
            await earliest,
            await began,
            ReportRows.DealsBefore(sections.End, await open, funnel),
            [.. before.SelectMany(day => day.Leads)],
            [.. before.SelectMany(day => day.Quotes)],
            await findings);
    }

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
        bool IsForeign(Currency? currency) => currency is { } known && known != reporting;
        if (!rows.Currencies().Any(IsForeign))
        {
            return [];
        }

        // An opportunity is told at the rate of the day it was created, however long ago.
        var first = rows.Deals.Where(deal => IsForeign(deal.Fact.Currency)).Select(deal => deal.Fact.CreatedAt?.Day ?? window.From).Append(window.From).Min();
        return await facts.ReadRatesAsync(first.AddDays(-ExchangeRates.OldestDays), window.End, cancellationToken);
    }
}
