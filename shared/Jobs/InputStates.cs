using System.Globalization;
using System.Text;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Definitions;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Reports;
using SalesReports.Reports.Revisions;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// What was read for a report as an <see cref="InputState"/>: its hash tells whether the report would come out the same, two of
/// them tell why not. Source: storage.md, blobs and reports.
/// </summary>
internal static class InputStates
{
    public static InputState Of(
        Period period, string scope, ReportRows rows, IEnumerable<StoredFact<DailyRate>> rates, IEnumerable<PastForecast> forecasts, MetricSettings settings, IEnumerable<DoubtfulSource> doubtful) => new(
        new Dictionary<string, IReadOnlyDictionary<string, string>>(rows.Master.Hashes, StringComparer.Ordinal)
        {
            [InputPart.Facts] = Days(rows),
            [InputPart.FirstOrders] = rows.FirstOrders.ToDictionary(first => first.CustomerId, first => Key(first.Day), StringComparer.Ordinal),
            [InputPart.Deals] = MasterData.Hashed(rows.Deals),
            [InputPart.Leads] = MasterData.Hashed(rows.Leads),
            [InputPart.Quotes] = MasterData.Hashed(rows.Quotes),
            [InputPart.Rates] = MasterData.Hashed(rates),
            [InputPart.Forecasts] = forecasts.ToDictionary(forecast => $"{forecast.Month} of {forecast.MadeAt}", InputState.Fingerprint, StringComparer.Ordinal),
            [InputPart.Doubtful] = doubtful.ToDictionary(source => source.Name, source => $"{source.Why} {string.Join(',', source.Kinds)}", StringComparer.Ordinal),
            [InputPart.Settings] = Settings(period, scope, rows, settings),
            [InputPart.Definitions] = DefinitionList.All.Select(definition => (definition.Id, definition.Version))
                .Concat(HeadlineMetrics.All.Select(metric => (metric.Id, Version: metric.DefinitionVersion))).Distinct()
                .GroupBy(definition => definition.Id, StringComparer.Ordinal)
                .ToDictionary(own => own.Key, own => string.Join(',', own.Select(definition => definition.Version)), StringComparer.Ordinal),
        },
        rows.Light.Where(day => day.Rollup.OrderFacts > 0).ToDictionary(day => Key(day.Rollup.Day), day => day.Rollup.OrderFacts, StringComparer.Ordinal));

    /// <summary>A day's figures, shares and sales as they are stored.</summary>
    private static Dictionary<string, string> Days(ReportRows rows) =>
        rows.Light.Select(day => (day.Rollup.Day, Content: day.Json))
            .Concat(rows.Shares.Select(day => (day.Shares.Day, Content: day.Json)))
            .Concat(rows.Sales.Select(day => (day.Day, Content: day.Name)))
            .Concat(rows.Findings.Select(day => (day.Day, Content: day.Name)))
            .GroupBy(part => part.Day)
            .ToDictionary(day => Key(day.Key), day => InputState.FingerprintOf(Encoding.UTF8.GetBytes(string.Join('\n', day.Select(part => part.Content)))), StringComparer.Ordinal);

    private static Dictionary<string, string> Settings(Period period, string scope, ReportRows rows, MetricSettings settings) => new(StringComparer.Ordinal)
    {
        ["report"] = $"{period.Name} {scope}",
        ["settings"] = InputState.Fingerprint(settings),
        ["history"] = $"{rows.FirstOrderOfAll} {rows.OrdersBegan}",
    };

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
