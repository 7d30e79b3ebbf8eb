using MimeKit;
using SendGrid.Helpers.Mail;

namespace SalesReports.Delivery;

/// <summary>
/// The same message in the provider's form: one personalization with one address, text before HTML, pictures inline by content
/// id, tracking off (links and unsubscribing are ours), the delivery id as a custom argument that comes back with every event.
/// </summary>
internal static class SendGridLetter
{
    /// <summary>Comes back in the events of the message.</summary>
    public const string DeliveryArgument = "delivery_id";

    /// <summary>Headers of ours that travel; the provider writes the others itself and refuses some.</summary>
    private static readonly string[] Travelling = ["List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "Content-Language", "X-Report"];

    public static SendGridMessage Of(string deliveryId, MimeMessage message, bool sandbox)
    {
        var letter = new SendGridMessage
        {
            From = Address(message.From.Mailboxes.Single()),
            Subject = message.Subject,
            Personalizations =
            [
                new Personalization
                {
                    Tos = [Address(message.To.Mailboxes.Single())],
                    Headers = Travelling.Where(message.Headers.Contains).ToDictionary(name => name, name => message.Headers[name], StringComparer.Ordinal),
                    CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [DeliveryArgument] = deliveryId },
                },
            ],
            Contents = [new Content("text/plain", message.TextBody), new Content("text/html", message.HtmlBody)],
            Categories = ["sales-report"],
            TrackingSettings = new TrackingSettings
            {
                ClickTracking = new ClickTracking { Enable = false, EnableText = false },
                OpenTracking = new OpenTracking { Enable = false },
                SubscriptionTracking = new SubscriptionTracking { Enable = false },
            },
            MailSettings = new MailSettings { SandboxMode = new SandboxMode { Enable = sandbox } },
        };
        var files = message.BodyParts.OfType<MimePart>().Where(IsFile).Select(File).ToList();
        letter.Attachments = files.Count > 0 ? files : null;
        return letter;
    }

    private static bool IsFile(MimePart part) => part.IsAttachment || part.ContentId is not null;

    private static Attachment File(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new Attachment
        {
            Content = Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length),
            Type = part.ContentType.MimeType,
            Filename = part.FileName ?? part.ContentId,
            Disposition = part.IsAttachment ? "attachment" : "inline",
            ContentId = part.IsAttachment ? null : part.ContentId,
        };
    }

    private static EmailAddress Address(MailboxAddress mailbox) => new(mailbox.Address, string.IsNullOrEmpty(mailbox.Name) ? null : mailbox.Name);
}
