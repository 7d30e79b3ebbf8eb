using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// Everything an installation has stored, as it may be compared with what another one came to by another way: without versions,
/// import numbers and locks, which say how it came about and not what it is.
/// </summary>
internal static class StoredState
{
    private static readonly string[] s_ways = ["odata.etag", "Timestamp", "PartitionKey", "RowKey", "rowSequence"];

    /// <summary>Markers of days and months, notes of customers: at the end there are none.</summary>
    private static readonly string[] s_outbox = ["m~", "y~", "x~"];

    /// <summary>Table or container, then keys or name, to content.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(string connection, string prefix, CancellationToken cancellationToken)
    {
        var content = new Dictionary<string, string>(StringComparer.Ordinal);
        var service = new TableServiceClient(connection);
        await foreach (var table in service.QueryAsync(cancellationToken: cancellationToken))
        {
            if (table.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
                {
                    if (Shown(row) is { Length: > 0 } shown)
                    {
                        content[$"{table.Name[prefix.Length..]}/{row.PartitionKey}/{row.RowKey}"] = shown;
                    }
                }
            }
        }

        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync(prefix: prefix.ToLowerInvariant(), cancellationToken: cancellationToken))
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
            {
                if (container.Name.EndsWith("-customers", StringComparison.Ordinal) && !blob.Metadata.ContainsKey("days"))
                {
                    // A month that has come to hold nothing.
                    continue;
                }

                content[$"{container.Name[prefix.Length..]}/{blob.Name}"] = Convert.ToHexString(blob.Properties.ContentHash ?? []);
            }
        }

        return content;
    }

    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> clean, IReadOnlyDictionary<string, string> raced) =>
    [
        .. clean.Keys.Union(raced.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(key => clean.GetValueOrDefault(key) != raced.GetValueOrDefault(key))
            .Select(key => $"{key}: {raced.GetValueOrDefault(key) ?? "nothing"} instead of {clean.GetValueOrDefault(key) ?? "nothing"}"),
    ];

    /// <summary>Of a pointer only the days: its version is that of the fact's last move. Of a lock, or of a day that has come to hold nothing, nothing.</summary>
    private static string Shown(TableEntity row)
    {
        if (s_outbox.Any(prefix => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return "waits";
        }

        var cells = row.Where(cell => !s_ways.Contains(cell.Key, StringComparer.Ordinal));
        if (row.RowKey.StartsWith("k~", StringComparison.Ordinal) && row.ContainsKey("rowDays"))
        {
            cells = cells.Where(cell => cell.Key == "rowDays");
        }

        if (row.RowKey.StartsWith("c~", StringComparison.Ordinal) && row.GetString("salesName") is { Length: 0 })
        {
            cells = cells.Where(cell => cell.Value is not "");
        }

        return string.Join('|', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal)
            .Select(cell => $"{cell.Key}={Convert.ToString(cell.Value is byte[] bytes ? Convert.ToHexString(bytes) : cell.Value, CultureInfo.InvariantCulture)}"));
    }
}
