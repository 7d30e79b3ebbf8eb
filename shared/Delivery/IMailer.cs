using MimeKit;

namespace SalesReports.Delivery;

/// <summary>Hands one message for one recipient to whatever carries it.</summary>
public interface IMailer
{
    /// <param name="deliveryId">Stable for (report, revision, recipient): a repeated hand-over of the same id must not become a second mail where the carrier allows it.</param>
    Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of one mail.</summary>
/// <param name="Reference">The carrier's own name for it, such as a file name; null when it was not taken.</param>
/// <param name="Error">One sentence when it failed.</param>
public sealed record DeliveryOutcome(DeliveryStatus Status, string? Reference, string? Error);

public enum DeliveryStatus
{
    Accepted,
    AlreadySent,
    Failed,

    /// <summary>The person no longer gets this report, or the report is gone: there is nothing to send.</summary>
    Cancelled,
}
