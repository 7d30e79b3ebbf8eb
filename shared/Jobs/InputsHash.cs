using System.Security.Cryptography;
using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Tells whether a report would come out the same: facts, master data, targets, settings and formula versions, never clocks or
/// watermarks. Source: storage.md, blobs and reports.
/// </summary>
internal static class InputsHash
{
    public static string Of(Period period, string scope, ReportRows rows, IEnumerable<StoredFact<DailyRate>> rates, MetricSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(new { period.Name, scope, rows.FirstOrderOfAll, rows.OrdersBegan, settings });
        Add(HeadlineMetrics.All.Select(metric => $"{metric.Id} {metric.DefinitionVersion}"));
        Add(rows.Light.Select(day => day.Json));
        Add(rows.Shares.Select(day => day.Json));
        Add(rows.Sales.Select(day => day.Name));
        Add(rows.FirstOrders.OrderBy(first => first.Day).ThenBy(first => first.CustomerId, StringComparer.Ordinal));
        Add(rows.Master.Hashes);
        Add(rows.Deals.Select(deal => deal.Hash).Order(StringComparer.Ordinal));
        Add(rows.Leads.Select(lead => lead.Hash).Order(StringComparer.Ordinal));
        Add(rows.Quotes.Select(quote => quote.Hash).Order(StringComparer.Ordinal));
        Add(rates.Select(rate => rate.Hash).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add<T>(T part)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part));
            hash.AppendData([0]);
        }
    }
}
