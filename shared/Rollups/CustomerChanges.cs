using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// The outbox between rollups and first orders: which customers came to or left a day. A note is written in the transaction that
/// changes the day, so it cannot be lost.
/// </summary>
public sealed class CustomerChanges(Tables tables)
{
    private const string CustomersColumn = "customers";

    /// <summary>All notes whose first orders were not looked at since.</summary>
    public async Task<IReadOnlyList<CustomerChange>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        var (partition, from, to) = (RollupStore.Partition, "x~", "x~\u007f");
        var changes = new List<CustomerChange>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var customers = JsonSerializer.Deserialize<HashSet<string>>(FactRow.TextOf(entity, CustomersColumn))!;
            changes.Add(new CustomerChange(FactKeys.DayOf(entity.RowKey[2..10]), customers, entity.RowKey, entity.ETag));
        }

        return changes;
    }

    /// <summary>Takes the notes away as they were read; one written again meanwhile stays.</summary>
    public async Task ClearAsync(IEnumerable<CustomerChange> changes, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        await GuardedDelete.RunAsync(table, changes.Select(change => (RollupStore.Partition, change.RowKey, change.ETag)), cancellationToken);
    }

    /// <summary>The note that a day's new rollup needs; null when its customers stay the same.</summary>
    /// <param name="content">Name of the new content: an older note that still waits is kept beside this one.</param>
    internal static TableTransactionAction? Note(DayRollup now, DayRollup? before, string content)
    {
        var changed = new HashSet<string>(now.ActiveCustomers, StringComparer.Ordinal);
        changed.SymmetricExceptWith(before?.ActiveCustomers ?? []);
        if (changed.Count == 0)
        {
            return null;
        }

        var entity = new TableEntity(RollupStore.Partition, $"x~{FactKeys.Day(now.Day)}~{content}");
        FactRow.SetText(entity, CustomersColumn, JsonSerializer.Serialize(changed.Order(StringComparer.Ordinal)));
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity);
    }
}

/// <summary>Customers that came to or left a day.</summary>
public sealed record CustomerChange(DateOnly Day, IReadOnlySet<string> Customers, string RowKey, ETag ETag);
