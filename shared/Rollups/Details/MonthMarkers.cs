using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups.Details;

/// <summary>The outbox between days and months: which months have days whose details changed since their blobs were made.</summary>
public sealed class MonthMarkers(Tables tables)
{
    public async Task<IReadOnlyList<MonthMarker>> ReadAsync(CancellationToken cancellationToken)
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

    /// <summary>Takes the markers away as they were read; one that was set again meanwhile stays.</summary>
    public async Task ClearAsync(IEnumerable<MonthMarker> markers, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        await GuardedDelete.RunAsync(table, markers.Select(marker => (DayKeys.Partition, DayKeys.Month(marker.Month), marker.ETag)), cancellationToken);
    }

    public async Task SetAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(DayKeys.Partition, DayKeys.Month(month)), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The marker that a changed day sets.</summary>
    internal static TableTransactionAction Set(string month) => new(TableTransactionActionType.UpsertReplace, new TableEntity(DayKeys.Partition, month));
}

/// <param name="Month">Its first day.</param>
public sealed record MonthMarker(DateOnly Month, ETag ETag);
