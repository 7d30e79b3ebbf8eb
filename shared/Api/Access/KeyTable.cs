using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>The table <c>keys</c>: one row a key, all in one partition so that a first pair is stored whole or not at all.</summary>
internal sealed class KeyTable(Tables tables)
{
    private const string Name = "keys";
    private const string Partition = "keys";
    private const string FirstPair = "first-pair";

    public async Task<IReadOnlyList<ApiKey>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var keys = new List<ApiKey>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            if (Read(row) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    public async Task AddAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        await table.AddEntityAsync(Write(key), cancellationToken);
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

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        await table.DeleteEntityAsync(Partition, id, ETag.All, cancellationToken);
    }

    private static TableEntity Write(ApiKey key) => new(Partition, key.Id)
    {
        ["Hash"] = Convert.ToHexStringLower(key.Hash.Span),
        ["Role"] = key.Role.ToString(),
        ["Scope"] = key.Scope,
        ["Created"] = key.Created,
        ["Expires"] = key.Expires,
    };

    /// <summary>Null for the guard, and for a row that was spoilt by hand: such a key opens nothing.</summary>
    private static ApiKey? Read(TableEntity row) =>
        row.GetString("Hash") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
        && Enum.TryParse<Role>(row.GetString("Role"), out var role) && Enum.IsDefined(role)
        && row.GetString("Scope") is { } scope && row.GetDateTimeOffset("Created") is { } created
            ? new ApiKey(row.RowKey, Convert.FromHexString(hash), role, scope, created, row.GetDateTimeOffset("Expires"))
            : null;
}
