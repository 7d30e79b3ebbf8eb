using Azure;

namespace SalesReports.Delivery;

/// <summary>
/// One row of the ledger: what is sent to one person, with its proof. Its id is made of kind, period, scope, revision and
/// recipient, so the same delivery cannot be planned twice. Holds no address.
/// </summary>
public sealed record DeliveryRecord
{
    /// <summary>See <see cref="DeliveryId"/>.</summary>
    public required string Id { get; init; }

    /// <summary><c>weekly</c>, <c>monthly</c> or <c>volumeAlarm</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>2026-W47</c>, <c>2026-10</c>, or a day for the alarm.</summary>
    public required string Period { get; init; }

    public required string Scope { get; init; }

    /// <summary>The recipient's id.</summary>
    public required string RecipientId { get; init; }

    /// <summary>Pinned: a later revision of the report changes nothing here.</summary>
    public required int Revision { get; init; }

    /// <summary>The revision that this one corrects, when an admin said so; null for a first sending.</summary>
    public int? Corrects { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>Times it was claimed since it was queued or put back.</summary>
    public int Attempts { get; init; }

    /// <summary>Names the latest claim; only its holder says how the attempt went.</summary>
    public string? Claim { get; init; }

    /// <summary><c>folder</c>, <c>smtp</c> or <c>sendgrid</c>: what it was last handed to.</summary>
    public string? Mailer { get; init; }

    public string? ProviderMessageId { get; init; }

    /// <summary>Bytes of the whole message as it travels; null before the first attempt.</summary>
    public long? Size { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not tried before this instant; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When the provider saw what the state tells; null before its first event.</summary>
    public DateTimeOffset? EventAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>One sentence, bounded, without addresses.</summary>
    public string? LastError { get; init; }

    /// <summary>When the admins were told of a failure; null when there was none, or nobody knows yet.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Guards a change against a lost update; empty before it is stored.</summary>
    public ETag ETag { get; init; }

    /// <summary>Nothing happens to it any more, unless an admin or the provider says so.</summary>
    public bool IsSettled => State is not (DeliveryState.Queued or DeliveryState.Claimed or DeliveryState.Unknown);

    /// <summary>The mailer has had it in its hands for certain.</summary>
    public bool WasTaken => State is DeliveryState.Accepted or DeliveryState.Delivered or DeliveryState.Deferred or DeliveryState.Bounced or DeliveryState.Dropped or DeliveryState.Suppressed;
}
