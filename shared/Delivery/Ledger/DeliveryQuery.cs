using Azure.Data.Tables;

namespace SalesReports.Delivery;

/// <summary>Which deliveries are asked for.</summary>
/// <param name="Kind"><c>weekly</c>, <c>monthly</c> or <c>volumeAlarm</c>.</param>
/// <param name="Period"><c>2026-W47</c>, <c>2026-10</c> or a day.</param>
public sealed record DeliveryQuery(string? Kind = null, string? Period = null, DeliveryState? State = null)
{
    /// <param name="cursor">The id of the last delivery of the page before.</param>
    /// <exception cref="FormatException">The cursor was not made by the ledger, or the period names none.</exception>
    internal string Filter(string? cursor)
    {
        List<string> conditions = [DeliveryRow.Only];
        if (Period is { } period)
        {
            var partition = DeliveryId.IsPeriod(period) ? DeliveryRow.Partition(period) : throw new FormatException($"'{period}' is no period such as 2026-W47, 2026-10 or 2026-11-24.");
            conditions.Add(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"));
        }

        if (cursor is not null)
        {
            var (after, key) = DeliveryId.PeriodIn(cursor) is { } last
                ? (DeliveryRow.Partition(last), DeliveryRow.Key(cursor))
                : throw new FormatException("The cursor is not one that a page of deliveries gave back.");
            conditions.Add(TableClient.CreateQueryFilter($"(PartitionKey gt {after} or (PartitionKey eq {after} and RowKey gt {key}))"));
        }

        if (Kind is { } kind)
        {
            conditions.Add(TableClient.CreateQueryFilter($"kind eq {kind}"));
        }

        if (State is { } state)
        {
            var name = state.Name();
            conditions.Add(TableClient.CreateQueryFilter($"state eq {name}"));
        }

        return string.Join(" and ", conditions);
    }
}
