using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using SalesReports.Store;

namespace SalesReports.Rollups.Details;

/// <summary>The blobs of months: <c>customers/202610/sales.json.gz</c>, <c>customers/202610/funnel.json.gz</c>.</summary>
public sealed class MonthBlobs(Tables tables)
{
    private const string Container = "customers";
    private const string Ending = ".json.gz";

    /// <summary>Blob metadata: a month's days with the names of their contents; missing when the month has none.</summary>
    private const string DaysMetadata = "days";

    /// <summary>Which blobs there are. One request.</summary>
    public async Task<StoredMonths> ListAsync(CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync(Container, cancellationToken);
        var versions = new Dictionary<(string Content, DateOnly Month), ETag>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var month = DateOnly.ParseExact(blob.Name[..6] + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
            versions[(blob.Name[7..^Ending.Length], month)] = blob.Properties.ETag!.Value;
        }

        return new StoredMonths(versions);
    }

    internal async Task<IReadOnlyList<StoredDetail<T>>> ReadAsync<T>(DayDetail<T> detail, DateOnly month, CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync(Container, cancellationToken);
        var blob = (await container.GetBlobClient(NameOf(detail.Column, month)).DownloadContentAsync(cancellationToken)).Value;
        var names = blob.Details.Metadata.TryGetValue(DaysMetadata, out var listed) ? listed.Split(',') : [];
        return [.. detail.Read(Compressed.Read(blob.Content.ToArray())).Zip(names, (content, name) => new StoredDetail<T>(detail.DayOf(content), name[3..], content))];
    }

    /// <summary>
    /// Writes even what is the same, and an empty month too: else a slower worker that has seen older days could still write
    /// them, and no marker would be left to put it right.
    /// </summary>
    /// <param name="version">Of the blob that may be written over; null when there must be none.</param>
    /// <returns>False when another worker wrote meanwhile.</returns>
    internal async Task<bool> TryWriteAsync<T>(
        DayDetail<T> detail, DateOnly month, IReadOnlyList<StoredDetail<T>> days, ETag? version, CancellationToken cancellationToken)
    {
        var blob = (await tables.ContainerAsync(Container, cancellationToken)).GetBlobClient(NameOf(detail.Column, month));
        var options = new BlobUploadOptions
        {
            Conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = days.Count == 0
                ? null
                : new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [DaysMetadata] = string.Join(',', days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Day:dd}-{day.Name}"))),
                },
        };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(Compressed.Write(detail.Write([.. days.Select(day => day.Content)]))), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static string NameOf(string content, DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{month:yyyyMM}/{content}{Ending}");
}

/// <summary>The blobs that are there, with their versions.</summary>
public sealed class StoredMonths(IReadOnlyDictionary<(string Content, DateOnly Month), ETag> versions)
{
    public IEnumerable<DateOnly> Of(string content) => versions.Keys.Where(key => key.Content == content).Select(key => key.Month);

    public ETag? VersionOf(string content, DateOnly month) => versions.TryGetValue((content, month), out var version) ? version : null;
}
