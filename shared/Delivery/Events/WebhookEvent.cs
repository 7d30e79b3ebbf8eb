using System.Text.Json;

namespace SalesReports.Delivery;

/// <summary>One event as the provider tells it. Source: connectors.md 7.2.</summary>
/// <param name="Id">Names the event, however often it is told.</param>
/// <param name="Name">Such as <c>bounce</c>; those that are unknown are left alone.</param>
/// <param name="Type">Of a bounce: <c>bounce</c> or <c>blocked</c>.</param>
/// <param name="DeliveryId">Our custom argument; null when the message is not ours.</param>
public sealed record WebhookEvent(string Id, string Name, string? Type, string? Email, DateTimeOffset At, string? DeliveryId, string? MessageId, string? Reason)
{
    private const long LatestSecond = 253_402_300_799;

    /// <summary>What the ledger learns; null for what happens after delivery, and for what is unknown.</summary>
    public DeliveryState? Tells => Name switch
    {
        "processed" => DeliveryState.Accepted,
        "deferred" => DeliveryState.Deferred,
        "delivered" => DeliveryState.Delivered,
        "bounce" => DeliveryState.Bounced,
        "dropped" when IsSuppressed => DeliveryState.Suppressed,
        "dropped" => DeliveryState.Dropped,
        _ => null,
    };

    /// <summary>
    /// What becomes of the recipient; null for nothing. A block is a server that refuses for now, and a message dropped for what is
    /// in it says nothing of the address.
    /// </summary>
    public RecipientStatus? Withdraws => Name switch
    {
        "bounce" when Type != "blocked" => RecipientStatus.Bounced,
        "spamreport" or "unsubscribe" or "group_unsubscribe" => RecipientStatus.Unsubscribed,
        "dropped" when Says("Unsubscribed") || Says("Spam Reporting") => RecipientStatus.Unsubscribed,
        "dropped" when Says("Bounced") || Says("Invalid") => RecipientStatus.Bounced,
        _ => null,
    };

    private bool IsSuppressed => Says("Address") && (Says("Bounced") || Says("Unsubscribed") || Says("Spam Reporting"));

    /// <summary>Events of a body, those left out that are no events.</summary>
    /// <exception cref="JsonException">The body is no JSON array.</exception>
    public static IReadOnlyList<WebhookEvent> ReadAll(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(Read).OfType<WebhookEvent>()]
            : throw new JsonException("The body is no array of events.");
    }

    private static WebhookEvent? Read(JsonElement told) =>
        told.ValueKind == JsonValueKind.Object
        && Text(told, "sg_event_id") is { Length: > 0 and <= 300 } id
        && Text(told, "event") is { } name
        && told.TryGetProperty("timestamp", out var timestamp) && timestamp.ValueKind == JsonValueKind.Number && timestamp.TryGetInt64(out var seconds) && seconds is > 0 and <= LatestSecond
            ? new WebhookEvent(
                id, name, Text(told, "type"), Text(told, "email"), DateTimeOffset.FromUnixTimeSeconds(seconds), Text(told, SendGridLetter.DeliveryArgument),
                Text(told, "sg_message_id")?.Split('.')[0], Text(told, "reason") ?? Text(told, "response"))
            : null;

    private bool Says(string word) => Reason?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Text(JsonElement told, string name) => told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
