using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>
/// The table <c>recipients</c>, one partition: <c>r~{id}</c> a person, <c>a~{hash of the address}</c> who holds an address, and the
/// audit entries. A person, their address and the entry change in one transaction, so no address is held twice.
/// </summary>
public sealed class RecipientTable(Tables tables, TimeProvider clock)
{
    internal const string Name = "recipients";
    internal const string Partition = "recipients";

    /// <summary>Who created a recipient that the configuration names.</summary>
    internal const string ByConfiguration = "configuration";

    public async Task<IReadOnlyList<Recipient>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var (from, to) = ("r~", "r~\u007f");
        var recipients = new List<Recipient>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
        {
            recipients.Add(RecipientRow.Read(row));
        }

        return recipients;
    }

    public async Task<Recipient?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, RecipientRow.Key(id), cancellationToken: cancellationToken);
        return found.HasValue ? RecipientRow.Read(found.Value!) : null;
    }

    /// <param name="checkedFields">Of <see cref="RecipientRules"/>; its id is made here.</param>
    /// <returns>Null when somebody holds the address already.</returns>
    public Task<Recipient?> AddAsync(Recipient checkedFields, string by, CancellationToken cancellationToken) =>
        AddAsync(checkedFields with { Id = RandomNumberGenerator.GetHexString(16, lowercase: true) }, by, isSeed: false, cancellationToken);

    /// <summary>A recipient of the configuration; one whose address was ever known, even of somebody deleted since, is left as it is.</summary>
    public Task<Recipient?> SeedAsync(Recipient checkedFields, CancellationToken cancellationToken) =>
        AddAsync(checkedFields with { Id = HashOf(checkedFields.Email)[..16] }, ByConfiguration, isSeed: true, cancellationToken);

    /// <summary>Takes over what <paramref name="after"/> says, if nobody changed the recipient since <paramref name="before"/> was read.</summary>
    /// <param name="action">Such as <c>recipient.updated</c>, for the audit trail.</param>
    public async Task<ChangeResult> ChangeAsync(Recipient before, Recipient after, string action, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = after with { Id = before.Id, CreatedAt = before.CreatedAt, CreatedBy = before.CreatedBy, UpdatedAt = now, UpdatedBy = by };
        var table = await OpenAsync(cancellationToken);
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.UpdateReplace, RecipientRow.Write(changed), before.ETag),
            AuditTrail.Row(Partition, new AuditEntry(now, by, action, before.Id, RecipientRow.Changes(before, changed))),
        };
        if (AddressKey(before.Email) != AddressKey(changed.Email))
        {
            if (await AddressActionAsync(table, changed, isSeed: false, cancellationToken) is not { } take)
            {
                return new ChangeResult(ChangeStatus.AddressTaken, null);
            }

            actions.Add(take);
            actions.Add(new(TableTransactionActionType.UpsertReplace, FreeAddress(before.Email)));
        }

        return await SubmitAsync(table, actions, cancellationToken)
            ? new ChangeResult(ChangeStatus.Changed, await FindAsync(before.Id, cancellationToken))
            : new ChangeResult(ChangeStatus.ChangedMeanwhile, null);
    }

    /// <returns>False when somebody changed the recipient since it was read.</returns>
    public async Task<bool> DeleteAsync(Recipient before, string by, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        return await SubmitAsync(
            table,
            [
                new(TableTransactionActionType.Delete, new TableEntity(Partition, RecipientRow.Key(before.Id)), before.ETag),
                new(TableTransactionActionType.UpsertReplace, FreeAddress(before.Email)),
                AuditTrail.Row(Partition, new AuditEntry(clock.GetUtcNow(), by, "recipient.deleted", before.Id, RecipientRow.Changes(before, null))),
            ],
            cancellationToken);
    }

    private async Task<Recipient?> AddAsync(Recipient recipient, string by, bool isSeed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = recipient with { CreatedAt = now, CreatedBy = by, UpdatedAt = now, UpdatedBy = by };
        var table = await OpenAsync(cancellationToken);
        if (await AddressActionAsync(table, added, isSeed, cancellationToken) is not { } address)
        {
            return null;
        }

        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, RecipientRow.Write(added)),
            address,
            AuditTrail.Row(Partition, new AuditEntry(now, by, "recipient.created", added.Id, RecipientRow.Changes(null, added))),
        ];
        return await SubmitAsync(table, actions, cancellationToken) ? await FindAsync(added.Id, cancellationToken) : null;
    }

    /// <summary>Takes an address that nobody ever had, or that somebody gave up; null when it is held.</summary>
    private static async Task<TableTransactionAction?> AddressActionAsync(TableClient table, Recipient holder, bool isSeed, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, AddressKey(holder.Email)) { ["recipient"] = holder.Id };
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, row.RowKey, cancellationToken: cancellationToken);
        return found switch
        {
            { HasValue: false } => new(TableTransactionActionType.Add, row),
            { Value: { } given } when !isSeed && given.GetString("recipient") is null or "" => new(TableTransactionActionType.UpdateReplace, row, given.ETag),
            _ => null,
        };
    }

    /// <summary>Remembered without a holder, so that the configuration does not bring back who was deleted.</summary>
    private static TableEntity FreeAddress(string email) => new(Partition, AddressKey(email)) { ["recipient"] = "" };

    private static string AddressKey(string email) => "a~" + HashOf(email);

    private static string HashOf(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));

    private static async Task<bool> SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private Task<TableClient> OpenAsync(CancellationToken cancellationToken) => tables.OpenAsync(Name, cancellationToken);
}

/// <param name="Recipient">As it is now; null when nothing was changed.</param>
public sealed record ChangeResult(ChangeStatus Status, Recipient? Recipient);

public enum ChangeStatus
{
    Changed,
    ChangedMeanwhile,
    AddressTaken,
}
