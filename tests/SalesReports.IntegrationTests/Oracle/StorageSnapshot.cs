using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Every row and blob of one installation, with the version the storage gave it: what was written again shows even when it says the same.</summary>
internal static class StorageSnapshot
{
    /// <summary>Table or container, then keys or name, to content.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TakeAsync(string connection, string prefix, CancellationToken cancellationToken)
    {
        var content = new Dictionary<string, string>(StringComparer.Ordinal);
        var service = new TableServiceClient(connection);
        await foreach (var table in service.QueryAsync(cancellationToken: cancellationToken))
        {
            if (table.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
                {
                    content[$"{table.Name[prefix.Length..]}/{row.PartitionKey}/{row.RowKey}"] = Shown(row);
                }
            }
        }

        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync(prefix: prefix.ToLowerInvariant(), cancellationToken: cancellationToken))
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellationToken))
            {
                content[$"{container.Name[prefix.Length..]}/{blob.Name}"] = $"{blob.Properties.ETag} {Convert.ToHexString(blob.Properties.ContentHash ?? [])}";
            }
        }

        return content;
    }

    /// <summary>The keys that are new, gone or written again.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];

    private static string Shown(TableEntity row) =>
        string.Join('|', row.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => Convert.ToString(cell.Value is byte[] bytes ? Convert.ToHexString(bytes) : cell.Value, CultureInfo.InvariantCulture)));
}
