using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// Who changed what that people administer. An entry is a row beside what it tells of, written in the same transaction: no change
/// without its entry, no entry without its change. Newest first.
/// </summary>
public sealed class AuditTrail(Tables tables, IEnumerable<AuditedTable> audited)
{
    private const string Prefix = "z~";

    /// <summary>The operation that records an entry in a partition of an <see cref="AuditedTable"/>.</summary>
    public static TableTransactionAction Row(string partition, AuditEntry entry)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}~{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        var row = new TableEntity(partition, key) { ["at"] = entry.At, ["by"] = entry.By, ["action"] = entry.Action, ["subject"] = entry.Subject };
        FactRow.SetText(row, "changes", JsonSerializer.Serialize(entry.Changes, JsonSerializerOptions.Web));
        return new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    /// <param name="cursor">What the page before gave back; null for the newest.</param>
    /// <exception cref="FormatException">The cursor was not made here.</exception>
    public async Task<AuditPage> ReadAsync(string? cursor, int take, CancellationToken cancellationToken)
    {
        if (cursor is not null && (cursor.Length > 40 || !cursor.All(c => char.IsAsciiHexDigitLower(c) || c == '~')))
        {
            throw new FormatException("The cursor is not one that a page of the audit trail gave back.");
        }

        var found = new List<(string Key, AuditEntry Entry)>();
        foreach (var one in audited)
        {
            found.AddRange(await ReadAsync(one, Prefix + cursor, take + 1, cancellationToken));
        }

        var page = found.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        return new AuditPage([.. page.Take(take).Select(entry => entry.Entry)], page.Count > take ? page[take - 1].Key[Prefix.Length..] : null);
    }

    private async Task<List<(string Key, AuditEntry Entry)>> ReadAsync(AuditedTable audited, string after, int take, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(audited.Table, cancellationToken);
        var (partition, end) = (audited.Partition, Prefix + "\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {end}");
        var entries = new List<(string Key, AuditEntry Entry)>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: take, cancellationToken: cancellationToken))
        {
            entries.Add((row.RowKey, Read(row)));
            if (entries.Count == take)
            {
                break;
            }
        }

        return entries;
    }

    private static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset("at") ?? default,
        row.GetString("by") ?? "",
        row.GetString("action") ?? "",
        row.GetString("subject") ?? "",
        JsonSerializer.Deserialize<IReadOnlyList<FieldChange>>(FactRow.TextOf(row, "changes"), JsonSerializerOptions.Web) ?? []);
}

/// <summary>Where audited things and their entries lie.</summary>
public sealed record AuditedTable(string Table, string Partition);

/// <param name="By">A key's id, a token's subject, or <c>configuration</c>, <c>recipient</c>, <c>provider</c>.</param>
/// <param name="Action">Such as <c>recipient.created</c>.</param>
/// <param name="Subject">The id of what was changed.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Action, string Subject, IReadOnlyList<FieldChange> Changes);

/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when nothing is left.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? Cursor);
