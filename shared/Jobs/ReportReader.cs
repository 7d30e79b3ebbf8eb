using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Reads from storage what one report is made of; its cost follows the report's window, not the history.</summary>
public sealed class ReportReader(FactReader facts, RollupStore rollups, FirstOrderIndex firstOrders, SourceLedger sources, MetricSettings settings)
{
    private const string Company = "company";

    public async Task<ReportMaterial> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var window = ReportWindow.Of(period);
        var days = await rollups.ReadAsync(window.From, window.End.AddDays(-1), cancellationToken);
        var first = await firstOrders.ReadAsync(window.From, window.End, cancellationToken);
        var earliest = await firstOrders.EarliestAsync(cancellationToken);
        var began = await rollups.OrdersBeganAsync(cancellationToken);
        var products = Latest(await facts.ReadAllAsync<Product>(FactKind.Products, cancellationToken));
        var rates = await RatesAsync(window, days, products.Values, cancellationToken);
        var targets = Latest(await facts.ReadAllAsync<Target>(FactKind.Targets, cancellationToken));
        var conversion = new Conversion(
            Currency.Parse(settings.Currency), new ExchangeRates(rates.Select(rate => (rate.Day, rate.Currency, rate.PerEuro))), products);
        return new ReportMaterial(
            period,
            Company,
            new SalesHistory(days.Select(day => day.Rollup), conversion, first, earliest, began),
            [.. targets.Values],
            [.. (await sources.ReadAsync(cancellationToken)).Select(s => new SourceState(s.Name, s.PulledThrough, s.Status))],
            InputsHash.Of(period, Company, days.Select(day => day.Json), first, (earliest, began), products.Values, rates, targets.Values, settings));
    }

    /// <summary>Rates are read only when something needs converting.</summary>
    private async Task<IReadOnlyList<DailyRate>> RatesAsync(
        ReportWindow window, IReadOnlyList<StoredRollup> days, IEnumerable<Product> products, CancellationToken cancellationToken)
    {
        var reporting = Currency.Parse(settings.Currency);
        var foreign = days.SelectMany(day => day.Rollup.Orders.Select(o => o.Currency).Concat(day.Rollup.Spend.Select(s => s.Currency)))
            .Concat(products.Where(p => p.UnitCost is not null).Select(p => p.Currency))
            .Any(currency => currency is { } known && known != reporting);
        return foreign ? await facts.ReadRatesAsync(window.From.AddDays(-ExchangeRates.OldestDays), window.End, cancellationToken) : [];
    }

    /// <summary>One entry an id; of two sources that know it the one whose name comes last wins, always the same.</summary>
    private static Dictionary<string, T> Latest<T>(IEnumerable<T> facts)
        where T : Fact
    {
        var latest = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var fact in facts.OrderBy(fact => fact.Source, StringComparer.Ordinal))
        {
            latest[fact.Id] = fact;
        }

        return latest;
    }
}

/// <summary>What was read for one report.</summary>
public sealed record ReportMaterial(
    Period Period, string Scope, SalesHistory History, IReadOnlyList<Target> Targets, IReadOnlyList<SourceState> Sources, string InputsHash);
