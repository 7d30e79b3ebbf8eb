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

    /// <summary>Folder into which mails are written as <c>.eml</c>.</summary>
    public string MailFolder { get; init; } = "out/mail";

    public IReadOnlyList<RecipientOptions> Recipients { get; init; } = [];
}

/// <summary>A recipient as the configuration writes it.</summary>
public sealed record RecipientOptions
{
    public string Email { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fr";

    /// <summary><c>weekly</c>, <c>monthly</c>; none means both.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
}
