using Azure;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>A person who gets reports by mail. Source: delivery.md, recipients.</summary>
public sealed record Recipient
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<Subscription> Reports { get; init; }

    /// <summary>What is attached; none: the mail itself and the link to the online report.</summary>
    public required IReadOnlyList<AttachmentForm> Attachments { get; init; }

    /// <summary><c>company</c>, <c>team:T</c> or <c>rep:R</c>: the report they get never held any other row.</summary>
    public required string Scope { get; init; }

    /// <summary>One who unsubscribes is paused, and the admins are told.</summary>
    public bool Required { get; init; }

    public RecipientStatus Status { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset UpdatedAt { get; init; }

    public string UpdatedBy { get; init; } = "";

    /// <summary>Guards a change against a lost update.</summary>
    public ETag ETag { get; init; }

    public bool Gets(PeriodKind kind) => Gets(kind == PeriodKind.Weekly ? Subscription.Weekly : Subscription.Monthly);

    public bool Gets(Subscription report) => Status == RecipientStatus.Active && Reports.Contains(report);
}

public enum Subscription
{
    Weekly,
    Monthly,
    VolumeAlarm,
}

public enum AttachmentForm
{
    Pdf,
    Xlsx,
}

public enum RecipientStatus
{
    Active,
    Paused,
    Unsubscribed,
    Bounced,
}
