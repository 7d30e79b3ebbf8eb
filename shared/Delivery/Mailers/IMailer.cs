using MimeKit;

namespace SalesReports.Delivery;

/// <summary>Hands one message for one recipient to whatever carries it. Never waits and tries again by itself: that is the queue's part.</summary>
public interface IMailer
{
    /// <param name="deliveryId">Stable for (report, revision, recipient): a repeated hand-over of the same id must not become a second mail where the carrier allows it.</param>
    Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of one mail.</summary>
/// <param name="Reference">The carrier's own name for it, such as a file name or a message id; null when it was not taken or gave none.</param>
/// <param name="Error">One sentence without addresses when it was not accepted.</param>
public sealed record DeliveryOutcome(DeliveryStatus Status, string? Reference, string? Error)
{
    /// <summary>How long the carrier asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

public enum DeliveryStatus
{
    /// <summary>The carrier has taken it; it is not yet in anybody's inbox.</summary>
    Accepted,
    AlreadySent,

    /// <summary>Not taken, and trying again would not help: a person must act.</summary>
    Refused,

    /// <summary>Not taken; trying again may help.</summary>
    TryAgain,

    /// <summary>The carrier may or may not have taken it: its answer was lost.</summary>
    Unknown,

    /// <summary>The person no longer gets this report, or the report is gone: there is nothing to send.</summary>
    Cancelled,
}
