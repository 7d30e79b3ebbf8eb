using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups.Sales;

/// <summary>Reads the detailed rows of days.</summary>
public sealed class SalesStore(Tables tables)
{
    internal const string SalesColumn = "sales";

    /// <summary>The sales of <c>[from, to]</c>, ascending; days without any have none. One range scan, however many days.</summary>
    public async Task<IReadOnlyList<StoredSales>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (table, column) = (await tables.OpenAsync(DayKeys.Table, cancellationToken), new LargeColumn(tables, SalesColumn));
        var (partition, first, last) = (DayKeys.Partition, DayKeys.Detail(from), DayKeys.Detail(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        var sales = new List<StoredSales>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (DayNames.In(entity).Sales is { Length: > 0 } name)
            {
                sales.AddRange(SalesText.Read(await column.BytesAsync(entity, cancellationToken)).Select(day => new StoredSales(day, name)));
            }
        }

        return sales;
    }
}

/// <param name="Name">Of the content: equal names mean equal sales.</param>
public sealed record StoredSales(DaySales Day, string Name);
