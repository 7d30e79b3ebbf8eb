using MimeKit;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Delivery;

/// <summary>One person's message: exactly one address, a subject that carries the result, text and HTML, the documents attached.</summary>
public static class ReportMail
{
    /// <param name="attachments">File name and content; the body was worded for exactly these.</param>
    /// <param name="now">The message's date.</param>
    public static MimeMessage Compose(
        Report report,
        Recipient recipient,
        MailBody body,
        IReadOnlyList<(string Name, BinaryData Content)> attachments,
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

        foreach (var (name, document) in attachments)
        {
            content.Attachments.Add(name, document.ToArray(), TypeOf(name));
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
        message.Headers.Add("X-Report", $"{report.Kind} {report.Period} revision {report.Revision}");
        return message;
    }

    /// <summary>Such as <c>rapport-hebdomadaire-2026-W47.pdf</c>.</summary>
    /// <param name="format"><c>pdf</c> or <c>xlsx</c>.</param>
    public static string AttachmentName(Report report, string language, string format)
    {
        var name = (language, report.Kind) switch
        {
            ("fr", "weekly") => "rapport-hebdomadaire",
            ("fr", _) => "rapport-mensuel",
            (_, "weekly") => "weekly-report",
            _ => "monthly-report",
        };
        return $"{name}-{report.Period}.{format}";
    }

    private static ContentType TypeOf(string name) => Path.GetExtension(name) == ".xlsx"
        ? new ContentType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        : new ContentType("application", "pdf");

    /// <summary>A header is one line, and nothing invisible in it steers the eye.</summary>
    private static string OneLine(string text) => PlainText.Line(text, 200);
}
