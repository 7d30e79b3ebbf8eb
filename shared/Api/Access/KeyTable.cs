using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>The table <c>keys</c>: one row a key, all in one partition so that a first pair is stored whole or not at all.</summary>
internal sealed class KeyTable(Tables tables)
{
    internal const string Name = "keys";
    internal const string Partition = "keys";
    private const string AuditEntries = "z~";
    private const string FirstPair = "first-pair";

    public async Task<IReadOnlyList<ApiKey>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var keys = new List<ApiKey>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {AuditEntries}"), cancellationToken: cancellationToken))
        {
            if (Read(row) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    public async Task AddAsync(ApiKey key, string by, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        FieldChange[] fields =
        [
            new("name", null, key.Name), new("role", null, Words.Of(key.Role)), new("scope", null, key.Scope),
            new("expires", null, key.Expires?.ToString("O", CultureInfo.InvariantCulture)),
        ];
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, Write(key)), AuditTrail.Row(Partition, new AuditEntry(key.Created, by, "key.created", key.Id, fields))], cancellationToken);
    }

    /// <summary>A key that was revoked meanwhile stays so, and a storage that does not answer is no reason to refuse who has a valid key.</summary>
    public async Task NoteUseAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var table = await tables.OpenAsync(Name, cancellationToken);
            await table.UpdateEntityAsync(new TableEntity(Partition, id) { ["LastUsed"] = now }, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException)
        {
            // The next use writes it down.
        }
    }

    /// <summary>Stores the pair unless another process has stored one: a row that only one transaction can add stands guard.</summary>
    /// <returns>False when the other was first.</returns>
    public async Task<bool> TryAddFirstPairAsync(ApiKey reader, ApiKey admin, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        TableTransactionAction[] rows =
        [
            new(TableTransactionActionType.Add, new TableEntity(Partition, FirstPair)),
            new(TableTransactionActionType.Add, Write(reader)),
            new(TableTransactionActionType.Add, Write(admin)),
        ];
        try
        {
            await table.SubmitTransactionAsync(rows, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <returns>False when there is no such key.</returns>
    public async Task<bool> RemoveAsync(string id, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Only what a key's id looks like may name a row: the guard and the audit trail lie beside the keys.
        if (!ApiKey.IsId(id))
        {
            return false;
        }

        var table = await tables.OpenAsync(Name, cancellationToken);
        try
        {
            await table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Delete, new TableEntity(Partition, id), ETag.All), AuditTrail.Row(Partition, new AuditEntry(now, by, "key.revoked", id, []))],
                cancellationToken);
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    private static TableEntity Write(ApiKey key) => new(Partition, key.Id)
    {
        ["Hash"] = Convert.ToHexStringLower(key.Hash.Span),
        ["Role"] = key.Role.ToString(),
        ["Scope"] = key.Scope,
        ["Created"] = key.Created,
        ["Expires"] = key.Expires,
        ["Name"] = key.Name,
        ["CreatedBy"] = key.CreatedBy,
    };

    /// <summary>Null for the guard, and for a row that was spoilt by hand: such a key opens nothing.</summary>
    private static ApiKey? Read(TableEntity row) =>
        row.GetString("Hash") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
        && Enum.TryParse<Role>(row.GetString("Role"), out var role) && Enum.IsDefined(role)
        && row.GetString("Scope") is { } scope && row.GetDateTimeOffset("Created") is { } created
            ? new ApiKey(row.RowKey, Convert.FromHexString(hash), role, scope, created, row.GetDateTimeOffset("Expires"))
            {
                Name = row.GetString("Name") ?? "",
                CreatedBy = row.GetString("CreatedBy") ?? "",
                LastUsed = row.GetDateTimeOffset("LastUsed"),
            }
            : null;
}
