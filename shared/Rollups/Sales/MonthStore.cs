using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SalesReports.Store;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// The sales of a closed month, by customer and day, in one blob: what looks back on years reads a blob a month. A blob follows
/// its days through a marker that is written in the transaction that changes a day; while the marker waits, or the blob is
/// missing, the days themselves are read, so that a reader never sees old sales. Source: storage.md, blobs and reports.
/// </summary>
public sealed class MonthStore(Tables tables, SalesStore days)
{
    private const string Container = "customers";
    private const string FileName = "sales.json.gz";

    /// <summary>Blob metadata: a month's days with the names of their contents.</summary>
    private const string DaysMetadata = "days";

    /// <summary>Requests in flight at once.</summary>
    private const int Readers = 4;

    /// <summary>The sales of <c>[from, end)</c>, ascending; days without any have none.</summary>
    public async Task<IReadOnlyList<StoredSales>> ReadAsync(DateOnly from, DateOnly end, CancellationToken cancellationToken)
    {
        var whole = WholeMonths(from, end).ToList();
        if (whole.Count <= 1)
        {
            return await days.ReadAsync(from, end.AddDays(-1), cancellationToken);
        }

        // The markers first: a month without one has a blob that holds all that was known when they were read.
        var waiting = (await WaitingAsync(cancellationToken)).Select(marker => marker.Month).ToHashSet();
        var stored = await StoredAsync(cancellationToken);
        var parts = Parts(from, end, [.. whole.Where(month => !waiting.Contains(month) && stored.ContainsKey(month))]).ToList();
        var sales = new ConcurrentBag<IReadOnlyList<StoredSales>>();
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken }, async (part, token) =>
            sales.Add(await (part.Month is { } month ? MonthAsync(month, token) : days.ReadAsync(part.From, part.End.AddDays(-1), token))));
        return [.. sales.SelectMany(some => some).OrderBy(day => day.Day.Day)];
    }

    /// <summary>Asks for the month's blob to be made anew, whatever it holds.</summary>
    public async Task MarkAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(DayKeys.Partition, DayKeys.Month(month)), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Makes the blobs of months that ended by <paramref name="today"/> anew when a day of theirs changed. Repeating it, or dying anywhere in it, does no harm.</summary>
    /// <returns>How many blobs were written.</returns>
    public async Task<int> CatchUpAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = (await WaitingAsync(cancellationToken)).Where(marker => marker.Month.AddMonths(1) <= today).ToList();
        if (waiting.Count == 0)
        {
            return 0;
        }

        var stored = await StoredAsync(cancellationToken);
        var written = new List<MonthMarker>();
        foreach (var marker in waiting)
        {
            // After the blob's version and the marker: what changes from here on sets the marker again.
            var sales = await days.ReadAsync(marker.Month, marker.Month.AddMonths(1).AddDays(-1), cancellationToken);
            if (await TryWriteAsync(marker.Month, sales, stored.TryGetValue(marker.Month, out var version) ? version : null, cancellationToken))
            {
                written.Add(marker);
            }
        }

        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        await GuardedDelete.RunAsync(table, written.Select(marker => (DayKeys.Partition, DayKeys.Month(marker.Month), marker.ETag)), cancellationToken);
        return written.Count;
    }

    /// <summary>
    /// Writes even what is the same, and an empty month too: else a slower worker that has seen older days could still write
    /// them, and no marker would be left to put it right.
    /// </summary>
    /// <returns>False when another worker wrote the month meanwhile: its marker stays for the next time.</returns>
    private async Task<bool> TryWriteAsync(DateOnly month, IReadOnlyList<StoredSales> sales, ETag? version, CancellationToken cancellationToken)
    {
        var blob = (await tables.ContainerAsync(Container, cancellationToken)).GetBlobClient(NameOf(month));
        var options = new BlobUploadOptions
        {
            Conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [DaysMetadata] = string.Join(',', sales.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Day.Day:dd}-{day.Name}"))),
            },
        };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(SalesText.Compress(SalesText.Write([.. sales.Select(day => day.Day)]))), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<StoredSales>> MonthAsync(DateOnly month, CancellationToken cancellationToken)
    {
        BlobContainerClient container = await tables.ContainerAsync(Container, cancellationToken);
        var blob = (await container.GetBlobClient(NameOf(month)).DownloadContentAsync(cancellationToken)).Value;
        var names = blob.Details.Metadata[DaysMetadata].Split(',', StringSplitOptions.RemoveEmptyEntries);
        return [.. SalesText.Read(blob.Content.ToArray()).Zip(names, (day, name) => new StoredSales(day, name[3..]))];
    }

    private async Task<IReadOnlyList<MonthMarker>> WaitingAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        var (partition, first, last) = (DayKeys.Partition, DayKeys.MonthPrefix, DayKeys.MonthPrefix + DayKeys.Last);
        var markers = new List<MonthMarker>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            markers.Add(new MonthMarker(DayKeys.MonthOf(entity.RowKey), entity.ETag));
        }

        return markers;
    }

    private async Task<IReadOnlyDictionary<DateOnly, ETag>> StoredAsync(CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync(Container, cancellationToken);
        var versions = new Dictionary<DateOnly, ETag>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            versions[DateOnly.ParseExact(blob.Name[..6] + "01", "yyyyMMdd", CultureInfo.InvariantCulture)] = blob.Properties.ETag!.Value;
        }

        return versions;
    }

    /// <summary>The months that lie in <c>[from, end)</c> as a whole.</summary>
    private static IEnumerable<DateOnly> WholeMonths(DateOnly from, DateOnly end)
    {
        for (var month = from.Day == 1 ? from : from.AddDays(1 - from.Day).AddMonths(1); month.AddMonths(1) <= end; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>The months of a blob each, and the stretches of days between them.</summary>
    private static IEnumerable<(DateOnly From, DateOnly End, DateOnly? Month)> Parts(DateOnly from, DateOnly end, IReadOnlyList<DateOnly> months)
    {
        foreach (var month in months)
        {
            if (from < month)
            {
                yield return (from, month, null);
            }

            yield return (month, month.AddMonths(1), month);
            from = month.AddMonths(1);
        }

        if (from < end)
        {
            yield return (from, end, null);
        }
    }

    private static string NameOf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{month:yyyyMM}/{FileName}");

    private sealed record MonthMarker(DateOnly Month, ETag ETag);
}
