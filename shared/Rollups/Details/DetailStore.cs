using Azure.Data.Tables;
using SalesReports.Rollups.Findings;
using SalesReports.Store;

namespace SalesReports.Rollups.Details;

/// <summary>Reads the detailed rows of days, one content at a time.</summary>
public sealed class DetailStore(Tables tables)
{
    /// <summary>The findings of <c>[from, to]</c>, ascending; days with nothing to tell have none.</summary>
    public async Task<IReadOnlyList<StoredDetail<DayFindings>>> ReadFindingsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await ReadAsync(DayDetail.Findings, from, to, cancellationToken);

    /// <summary>What <c>[from, to]</c> brought of leads, quotes and opportunities that rest, ascending.</summary>
    public async Task<IReadOnlyList<StoredDetail<DayFunnel>>> ReadFunnelAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await ReadAsync(DayDetail.Funnel, from, to, cancellationToken);

    /// <summary>A content of <c>[from, to]</c>, ascending; days without it have none. One range scan, however many days.</summary>
    internal async Task<IReadOnlyList<StoredDetail<T>>> ReadAsync<T>(DayDetail<T> detail, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (table, column) = (await tables.OpenAsync(DayKeys.Table, cancellationToken), new LargeColumn(tables, detail.Column));
        var (partition, first, last) = (DayKeys.Partition, DayKeys.Detail(from), DayKeys.Detail(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        var days = new List<StoredDetail<T>>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: ["RowKey", .. DayNames.Columns, .. column.Columns], cancellationToken: cancellationToken))
        {
            if (detail.NameIn(DayNames.In(entity)) is { Length: > 0 } name)
            {
                var content = detail.Read(Compressed.Read(await column.BytesAsync(entity, cancellationToken)))[0];
                days.Add(new StoredDetail<T>(DayKeys.DayOf(entity.RowKey), name, content));
            }
        }

        return days;
    }
}
