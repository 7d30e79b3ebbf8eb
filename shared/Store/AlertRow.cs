using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>An alert and a noted failure as rows that a person can read.</summary>
internal static class AlertRow
{
    public const string AlertPrefix = "a~";
    public const string NotePrefix = "e~";
    private const string Body = "body";

    public static string AlertKey(string id) => AlertPrefix + id;

    public static string NoteKey(string id) => NotePrefix + id;

    public static TableEntity ToEntity(Alert alert)
    {
        var entity = new TableEntity(alert.Queue, AlertKey(alert.Id))
        {
            ["state"] = alert.State.ToString().ToLowerInvariant(),
            ["job"] = alert.Job,
            ["subject"] = alert.Subject,
            ["attempts"] = alert.Attempts,
            ["firstSeen"] = alert.FirstSeen,
            ["lastSeen"] = alert.LastSeen,
            ["lastError"] = alert.LastError,
        };
        FactRow.SetText(entity, Body, alert.Body);
        return entity;
    }

    public static Alert ToAlert(TableEntity entity) => new(
        entity.RowKey[AlertPrefix.Length..],
        entity.PartitionKey,
        entity.GetString("job"),
        entity.GetString("subject"),
        FactRow.TextOf(entity, Body),
        Enum.Parse<AlertState>(entity.GetString("state"), ignoreCase: true),
        entity.GetInt32("attempts") ?? 0,
        entity.GetDateTimeOffset("firstSeen") ?? default,
        entity.GetDateTimeOffset("lastSeen") ?? default,
        entity.GetString("lastError"))
    {
        ETag = entity.ETag,
    };

    public static TableEntity ToNote(string queue, string id, int attempts, string error, DateTimeOffset now) => new(queue, NoteKey(id))
    {
        ["attempts"] = attempts,
        ["lastError"] = error,
        ["lastSeen"] = now,
    };

    public static NotedFailure ToNoted(TableEntity entity) => new(entity.GetInt32("attempts") ?? 0, entity.GetString("lastError"), entity.ETag);
}
