using System.Collections.Concurrent;
using SalesReports.Rollups.Sales;

namespace SalesReports.Rollups.Details;

/// <summary>
/// The details of a closed month in one blob a content: what looks back on years reads a blob a month. The blobs follow the days
/// through a marker that is written in the transaction that changes a day (<see cref="MonthMarkers"/>); while it waits, or a blob
/// is missing, the days themselves are read, so that a reader never sees old ones. Source: storage.md, blobs and reports.
/// </summary>
public sealed class MonthStore(MonthBlobs blobs, MonthMarkers markers, DetailStore days)
{
    /// <summary>Shorter ranges are read from their days at once.</summary>
    private const int ManyDays = 62;

    /// <summary>Requests in flight at once.</summary>
    private const int Readers = 4;

    /// <summary>The sales of <c>[from, end)</c>, ascending; days without any have none.</summary>
    public Task<IReadOnlyList<StoredDetail<DaySales>>> ReadSalesAsync(DateOnly from, DateOnly end, CancellationToken cancellationToken) =>
        ReadAsync(DayDetail.Sales, from, end, cancellationToken);

    /// <summary>What <c>[from, end)</c> brought of leads, quotes and opportunities that rest, ascending.</summary>
    public Task<IReadOnlyList<StoredDetail<DayFunnel>>> ReadFunnelAsync(DateOnly from, DateOnly end, CancellationToken cancellationToken) =>
        ReadAsync(DayDetail.Funnel, from, end, cancellationToken);

    /// <summary>Asks for the month's blobs to be made anew, whatever they hold.</summary>
    public Task MarkAsync(DateOnly month, CancellationToken cancellationToken) => markers.SetAsync(month, cancellationToken);

    /// <summary>Makes the blobs of months that ended by <paramref name="today"/> anew when a day of theirs changed. Repeating it, or dying anywhere in it, does no harm.</summary>
    /// <returns>How many months were written.</returns>
    public async Task<int> CatchUpAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = (await markers.ReadAsync(cancellationToken)).Where(marker => marker.Month.AddMonths(1) <= today).ToList();
        if (waiting.Count == 0)
        {
            return 0;
        }

        // The versions of the blobs after the markers and before the days: what changes from here on sets the marker again.
        var stored = await blobs.ListAsync(cancellationToken);
        var written = new List<MonthMarker>();
        foreach (var marker in waiting)
        {
            if (await RebuildAsync(DayDetail.Sales, marker.Month, stored, cancellationToken) && await RebuildAsync(DayDetail.Funnel, marker.Month, stored, cancellationToken))
            {
                written.Add(marker);
            }
        }

        await markers.ClearAsync(written, cancellationToken);
        return written.Count;
    }

    /// <returns>False when another worker wrote the month meanwhile: its marker stays for the next time.</returns>
    private async Task<bool> RebuildAsync<T>(DayDetail<T> detail, DateOnly month, StoredMonths stored, CancellationToken cancellationToken)
    {
        var content = await days.ReadAsync(detail, month, month.AddMonths(1).AddDays(-1), cancellationToken);
        return await blobs.TryWriteAsync(detail, month, content, stored.VersionOf(detail.Column, month), cancellationToken);
    }

    private async Task<IReadOnlyList<StoredDetail<T>>> ReadAsync<T>(DayDetail<T> detail, DateOnly from, DateOnly end, CancellationToken cancellationToken)
    {
        if (end.DayNumber - from.DayNumber < ManyDays)
        {
            return await days.ReadAsync(detail, from, end.AddDays(-1), cancellationToken);
        }

        // The markers first: a month without one has a blob that holds all that was known when they were read.
        var waiting = (await markers.ReadAsync(cancellationToken)).Select(marker => marker.Month).ToHashSet();
        var months = (await blobs.ListAsync(cancellationToken)).Of(detail.Column).Where(month => month >= from && month.AddMonths(1) <= end && !waiting.Contains(month));
        var read = new ConcurrentBag<IReadOnlyList<StoredDetail<T>>>();
        await Parallel.ForEachAsync(
            Parts(from, end, months),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (part, token) => read.Add(await (part.Month is { } month ? blobs.ReadAsync(detail, month, token) : days.ReadAsync(detail, part.From, part.End.AddDays(-1), token))));
        return [.. read.SelectMany(some => some).OrderBy(day => day.Day)];
    }

    /// <summary>The months of a blob each, and the stretches of days between them.</summary>
    private static IEnumerable<(DateOnly From, DateOnly End, DateOnly? Month)> Parts(DateOnly from, DateOnly end, IEnumerable<DateOnly> months)
    {
        foreach (var month in months.Order())
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
}
