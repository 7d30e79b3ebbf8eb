using System.Security.Cryptography;
using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Rollups;

namespace SalesReports.Reports;

/// <summary>
/// Tells whether a report would come out the same: facts, master data, targets, settings and formula versions, never clocks or
/// watermarks. Source: storage.md, blobs and reports.
/// </summary>
public static class InputsHash
{
    /// <param name="rollups">The rollups of the window as they are stored, by day.</param>
    public static string Of(
        Period period,
        string scope,
        IEnumerable<string> rollups,
        IEnumerable<FirstOrder> firstOrders,
        (DateOnly? FirstOrder, DateOnly? OrdersBegan) began,
        IEnumerable<Product> products,
        IEnumerable<DailyRate> rates,
        IEnumerable<Target> targets,
        MetricSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(new { period.Name, scope, began.FirstOrder, began.OrdersBegan, settings });
        Add(HeadlineMetrics.All.Select(metric => $"{metric.Id} {metric.DefinitionVersion}"));
        Add(rollups);
        Add(firstOrders.OrderBy(f => f.Day).ThenBy(f => f.CustomerId, StringComparer.Ordinal));
        Add(products.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => new { p.Id, p.UnitCost, p.Currency }));
        Add(rates.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new { r.Id, r.PerEuro }));
        Add(targets.OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => new { t.Id, t.Value }));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add<T>(T part)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part));
            hash.AppendData([0]);
        }
    }
}
