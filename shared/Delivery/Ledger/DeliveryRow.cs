using System.Globalization;
using Azure.Data.Tables;

namespace SalesReports.Delivery;

/// <summary>
/// A row of table <c>deliveries</c>: a partition a period, the newest first, so that a period is one query and all of them are in
/// order; <c>d~{delivery id}</c> within it.
/// </summary>
internal static class DeliveryRow
{
    private const string Prefix = "d~";

    /// <summary>Rows of deliveries only; plans lie beside them.</summary>
    public static string Only { get; } = TableClient.CreateQueryFilter($"RowKey ge {Prefix} and RowKey lt {Prefix + "\u007f"}");

    public static string Key(string id) => Prefix + id;

    /// <summary>Such as <c>79738883~2026-W47</c>: the later a period begins, the smaller.</summary>
    public static string Partition(string period) => $"{Inverted(DeliveryId.StartOf(period))}~{period}";

    /// <summary>No partition of a period that begins on this day or later is greater.</summary>
    public static string LastPartitionSince(DateOnly day) => Inverted(day) + "~\u007f";

    public static TableEntity Write(DeliveryRecord row) => new(Partition(row.Period), Key(row.Id))
    {
        ["id"] = row.Id,
        ["kind"] = row.Kind,
        ["period"] = row.Period,
        ["scope"] = row.Scope,
        ["recipient"] = row.RecipientId,
        ["revision"] = row.Revision,
        ["corrects"] = row.Corrects,
        ["state"] = row.State.Name(),
        ["attempts"] = row.Attempts,
        ["claim"] = row.Claim,
        ["mailer"] = row.Mailer,
        ["providerMessageId"] = row.ProviderMessageId,
        ["size"] = row.Size,
        ["queuedAt"] = row.QueuedAt,
        ["notBefore"] = row.NotBefore,
        ["claimedAt"] = row.ClaimedAt,
        ["acceptedAt"] = row.AcceptedAt,
        ["eventAt"] = row.EventAt,
        ["updatedAt"] = row.UpdatedAt,
        ["lastError"] = row.LastError,
        ["toldAt"] = row.ToldAt,
    };

    public static DeliveryRecord Read(TableEntity entity) => new()
    {
        Id = entity.GetString("id"),
        Kind = entity.GetString("kind"),
        Period = entity.GetString("period"),
        Scope = entity.GetString("scope"),
        RecipientId = entity.GetString("recipient"),
        Revision = entity.GetInt32("revision") ?? 0,
        Corrects = entity.GetInt32("corrects"),
        State = DeliveryStateExtensions.Parse(entity.GetString("state")) ?? DeliveryState.Unknown,
        Attempts = entity.GetInt32("attempts") ?? 0,
        Claim = entity.GetString("claim"),
        Mailer = entity.GetString("mailer"),
        ProviderMessageId = entity.GetString("providerMessageId"),
        Size = entity.GetInt64("size"),
        QueuedAt = entity.GetDateTimeOffset("queuedAt") ?? default,
        NotBefore = entity.GetDateTimeOffset("notBefore"),
        ClaimedAt = entity.GetDateTimeOffset("claimedAt"),
        AcceptedAt = entity.GetDateTimeOffset("acceptedAt"),
        EventAt = entity.GetDateTimeOffset("eventAt"),
        UpdatedAt = entity.GetDateTimeOffset("updatedAt") ?? default,
        LastError = entity.GetString("lastError"),
        ToldAt = entity.GetDateTimeOffset("toldAt"),
        ETag = entity.ETag,
    };

    private static string Inverted(DateOnly day) =>
        (99_999_999 - int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture);
}
