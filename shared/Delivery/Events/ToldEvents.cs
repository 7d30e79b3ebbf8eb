using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>
/// The table <c>toldevents</c>: what the provider told and we acted on, an event a row and a signed request a row. The provider
/// tells everything at least once, and somebody may send an old request again. Noted after the act: who dies in between acts twice,
/// which changes nothing.
/// </summary>
public sealed class ToldEvents(Tables tables)
{
    /// <summary>The provider tells an event again for a day, and a request is refused when it is ten minutes old: after a month nothing asks for them.</summary>
    internal static IReadOnlyList<BoundedLog> Logs => [new(Name, EventKind, Column, Kept), new(Name, RequestKind, Column, Kept)];

    internal const string EventKind = "event";
    internal const string RequestKind = "request";
    private const string Name = "toldevents";
    private const string Column = "at";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <param name="what"><c>event</c> or <c>request</c>.</param>
    public async Task NoteAsync(string what, string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(what, Key(id)) { [Column] = at }, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<bool> IsKnownAsync(string what, string id, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        return (await table.GetEntityIfExistsAsync<TableEntity>(what, Key(id), [Column], cancellationToken)).HasValue;
    }

    private static string Key(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
