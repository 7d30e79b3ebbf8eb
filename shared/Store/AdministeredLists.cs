using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// Lists that admins keep whole, such as who is in which team: a row each in the table <c>lists</c>, changed with its entry in the
/// audit trail and only by whoever has seen the version before.
/// </summary>
public sealed class AdministeredLists(Tables tables, TimeProvider clock)
{
    internal const string Name = "lists";
    internal const string Partition = "lists";

    /// <summary>Version of a list that nobody has written yet.</summary>
    public static readonly ETag None = new("none");

    private const string Column = "items";
    private const string Prefix = "l~";

    public async Task<(IReadOnlyList<T> Items, ETag Version)> ReadAsync<T>(string list, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key(list), cancellationToken: cancellationToken);
        return found.HasValue
            ? (JsonSerializer.Deserialize<IReadOnlyList<T>>(FactRow.TextOf(found.Value!, Column), JsonSerializerOptions.Web) ?? [], found.Value!.ETag)
            : ([], None);
    }

    /// <returns>False when somebody wrote the list since <paramref name="seen"/>.</returns>
    public async Task<bool> WriteAsync<T>(string list, IReadOnlyList<T> items, ETag seen, string by, IReadOnlyList<FieldChange> changes, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var row = new TableEntity(Partition, Key(list));
        FactRow.SetText(row, Column, JsonSerializer.Serialize(items, JsonSerializerOptions.Web));
        try
        {
            await table.SubmitTransactionAsync(
                [
                    seen == None ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, seen),
                    AuditTrail.Row(Partition, new AuditEntry(clock.GetUtcNow(), by, "list.replaced", list, changes)),
                ],
                cancellationToken);
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static string Key(string list) => Prefix + FactKeys.Escape(list);
}
