using Microsoft.Extensions.Options;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Facts;
using SalesReports.Jobs;

namespace SalesReports.Local.Job;

/// <summary>The mail that would carry a report, in every language, as files beside it: for designers to open, sent to nobody.</summary>
internal sealed class PreviewMails(IMailBodyRenderer bodies, Theme theme, IOptions<DeliveryOptions> sender)
{
    private static readonly string[] Attached = ["pdf", "xlsx"];

    public async Task WriteAsync(BuiltReport built, string folder, CancellationToken cancellationToken)
    {
        foreach (var language in Theme.Languages)
        {
            var person = new Recipient
            {
                Id = "preview",
                Email = "preview@example.com",
                DisplayName = "Preview",
                Language = language,
                Reports = [Subscription.Weekly, Subscription.Monthly],
                Attachments = [AttachmentForm.Pdf, AttachmentForm.Xlsx],
                Scope = ScopeName.Company,
            };
            List<MailFile> attachments =
                [.. Attached.Select(format => new MailFile(ReportMail.AttachmentName(built.Report, language, format), format, built.Files[$"report.{language}.{format}"]))];
            var body = bodies.Render(built.Report, language, theme, [.. attachments.Select(attached => attached.Name)]);
            using var message = ReportMail.Compose(ReportMail.AboutOf(built.Report), person, body, attachments, sender.Value, $"preview-{language}", built.Report.BuiltAt);
            await message.WriteToAsync(Path.Combine(folder, $"mail.{language}.eml"), cancellationToken);
        }
    }
}
