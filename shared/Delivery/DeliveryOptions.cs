using SalesReports.Facts;

namespace SalesReports.Delivery;

/// <summary>Section <c>Delivery</c>: who sends, where to, and to whom.</summary>
public sealed record DeliveryOptions
{
    public string SenderAddress { get; init; } = "reports@salesreports.example";

    public string SenderName { get; init; } = "SalesReports";

    /// <summary>What carries the mails: <c>folder</c>, <c>smtp</c> or <c>sendgrid</c>.</summary>
    public string Mailer { get; init; } = "folder";

    public SmtpOptions Smtp { get; init; } = new();

    public SendGridOptions SendGrid { get; init; } = new();

    /// <summary>Where recipients reach the API, such as <c>https://reports.example.com</c>; without it mails have no links.</summary>
    public string? PublicBaseUrl { get; init; }

    /// <summary>Where unsubscribing by mail goes; none without.</summary>
    public string? UnsubscribeAddress { get; init; }

    /// <summary>Signs the links in mails; without it a secret is made once and kept in storage.</summary>
    public string? LinkSecret { get; init; }

    /// <summary>Folder into which mails are written as <c>.eml</c>.</summary>
    public string MailFolder { get; init; } = "out/mail";

    /// <summary>Domains that reports may be sent to, such as <c>example.com</c>; none means any.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    public IReadOnlyList<RecipientOptions> Recipients { get; init; } = [];

    /// <summary>The kill switch: nothing is planned and nothing that waits is sent while it is off.</summary>
    public bool SendingEnabled { get; init; }

    /// <summary>Reports that were due before this instant are not sent; when absent, the instant at which sending was first seen enabled.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>The daily volume alarm, for those who subscribed to <c>volumeAlarm</c>; off, nothing is looked at.</summary>
    public bool VolumeAlarmEnabled { get; init; } = true;

    /// <summary>Attempts after which a delivery is given up.</summary>
    public int MostAttempts { get; init; } = 5;

    /// <summary>A claim older than this was made by a worker that died.</summary>
    public TimeSpan ClaimLease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an event of the provider is waited for before what may have been sent is sent again.</summary>
    public TimeSpan UnknownGrace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A delivery that waits longer than this without being tried has lost its message on the queue.</summary>
    public TimeSpan RequeueAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of a whole message as it travels; a larger one goes without its attachments.</summary>
    public long LargestMessage { get; init; } = 20_000_000;
}

/// <summary>A recipient as the configuration writes it; known to storage from then on, where admins change it.</summary>
public sealed record RecipientOptions
{
    public string Email { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fr";

    /// <summary><c>weekly</c>, <c>monthly</c>, <c>volumeAlarm</c>; none means weekly and monthly.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary><c>pdf</c>, <c>xlsx</c>; none means pdf.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary><c>company</c>, <c>team:NAME</c> or <c>rep:ID</c>.</summary>
    public string Scope { get; init; } = ScopeName.Company;

    /// <summary>One who unsubscribes is paused, and the admins are told.</summary>
    public bool Required { get; init; }

    internal RecipientDraft ToDraft() => new()
    {
        Email = Email.Trim(),
        DisplayName = DisplayName.Trim(),
        Language = Language,
        Reports = Reports.Count == 0 ? null : Reports,
        Attachments = Attachments.Count == 0 ? null : Attachments,
        Scope = Scope,
        Required = Required,
    };
}
