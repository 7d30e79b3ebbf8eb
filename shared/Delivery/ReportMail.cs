using MimeKit;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Delivery;

/// <summary>One person's message: exactly one address, a subject that carries the result, text and HTML, the documents attached.</summary>
public static class ReportMail
{
    /// <param name="about">What it is about, for the header <c>X-Report</c>; see <see cref="AboutOf"/>.</param>
    /// <param name="attachments">The body was worded for exactly these.</param>
    /// <param name="now">The message's date.</param>
    public static MimeMessage Compose(
        string about,
        Recipient recipient,
        MailBody body,
        IReadOnlyList<MailFile> attachments,
        DeliveryOptions sender,
        string deliveryId,
        DateTimeOffset now)
    {
        var content = new BodyBuilder { TextBody = body.Text, HtmlBody = body.Html };
        foreach (var picture in body.Pictures)
        {
            var linked = content.LinkedResources.Add($"{picture.Id}.png", picture.Png.ToArray(), new ContentType("image", "png"));
            linked.ContentId = picture.Id;
        }

        foreach (var file in attachments)
        {
            content.Attachments.Add(file.Name, file.Content.ToArray(), file.Type);
        }

        var domain = sender.SenderAddress[(sender.SenderAddress.LastIndexOf('@') + 1)..].Trim();
        var message = new MimeMessage
        {
            Subject = OneLine(body.Subject),
            Date = now,
            MessageId = $"{deliveryId}@{domain}",
            Body = content.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(OneLine(sender.SenderName), sender.SenderAddress.Trim()));
        message.To.Add(new MailboxAddress(OneLine(recipient.DisplayName), recipient.Email));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", recipient.Language);
        message.Headers.Add("X-Report", about);
        return message;
    }

    /// <summary>Such as <c>weekly 2026-W47 revision 1</c>.</summary>
    public static string AboutOf(Report report) => $"{report.Kind} {report.Period} revision {report.Revision}";

    /// <summary>Such as <c>rapport-hebdomadaire-2026-W47.pdf</c>.</summary>
    public static string AttachmentName(Report report, string language, string ending = "pdf") => (language, report.Kind) switch
    {
        ("fr", "weekly") => $"rapport-hebdomadaire-{report.Period}.{ending}",
        ("fr", _) => $"rapport-mensuel-{report.Period}.{ending}",
        (_, "weekly") => $"weekly-report-{report.Period}.{ending}",
        _ => $"monthly-report-{report.Period}.{ending}",
    };

    /// <summary>A header is one line, and nothing invisible in it steers the eye.</summary>
    private static string OneLine(string text) => PlainText.Line(text, 200);
}

/// <summary>A file that goes along with a mail.</summary>
/// <param name="Ending"><c>pdf</c> or <c>xlsx</c>.</param>
public sealed record MailFile(string Name, string Ending, BinaryData Content)
{
    internal ContentType Type => Ending == "pdf"
        ? new ContentType("application", "pdf")
        : new ContentType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}
