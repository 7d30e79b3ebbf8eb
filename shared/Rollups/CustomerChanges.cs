using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Rollups.Details;
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
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        var (partition, from, to) = (DayKeys.Partition, DayKeys.NotePrefix, DayKeys.NotePrefix + DayKeys.Last);
        var (changes, column) = (new List<CustomerChange>(), new LargeColumn(tables, CustomersColumn));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var customers = JsonSerializer.Deserialize<HashSet<string>>(await column.TextAsync(entity, cancellationToken))!;
            changes.Add(new CustomerChange(DayKeys.DayOf(entity.RowKey), customers, entity.RowKey, entity.ETag));
        }

        return changes;
    }

    /// <summary>Takes the notes away as they were read; one written again meanwhile stays.</summary>
    public async Task ClearAsync(IEnumerable<CustomerChange> changes, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        await GuardedDelete.RunAsync(table, changes.Select(change => (DayKeys.Partition, change.RowKey, change.ETag)), cancellationToken);
    }

    /// <summary>The note that a day's new rollup needs; null when its customers stay the same.</summary>
    internal static async Task<TableTransactionAction?> NoteAsync(Tables tables, DayContent now, StoredDay? before, CancellationToken cancellationToken)
    {
        var changed = new HashSet<string>(now.Built.Rollup.ActiveCustomers, StringComparer.Ordinal);
        changed.SymmetricExceptWith(before?.ActiveCustomers ?? []);
        if (changed.Count == 0)
        {
            return null;
        }

        // Under the names of both contents: an older note that still waits, of another change, is kept beside this one.
        var entity = new TableEntity(DayKeys.Partition, DayKeys.Note(now.Built.Day, (before?.Names.Light ?? "") + "-" + now.Names.Light));
        var text = JsonSerializer.Serialize(changed.Order(StringComparer.Ordinal));
        await new LargeColumn(tables, CustomersColumn).SetTextAsync(entity, text, $"notes/{entity.RowKey[DayKeys.NotePrefix.Length..]}.json", cancellationToken);
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity);
    }
}

/// <summary>Customers that came to or left a day.</summary>
public sealed record CustomerChange(DateOnly Day, IReadOnlySet<string> Customers, string RowKey, ETag ETag);
