using Microsoft.Extensions.Options;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Reports;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Writes the message of one delivery from the stored files of its revision: exactly what was built, nothing computed anew.</summary>
public sealed class ReportLetters(ReportStore reports, IMailBodyRenderer bodies, Theme theme, MailLinks links, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <returns>Null when the revision is gone.</returns>
    public Task<MimeMessage?> WriteAsync(DeliveryRecord delivery, Period period, Recipient recipient, CancellationToken cancellationToken) =>
        WriteAsync(delivery, period, recipient, withLinks: true, cancellationToken);

    /// <param name="withLinks">False for what goes to somebody else: the links act for the recipient.</param>
    /// <returns>Null when the revision is gone.</returns>
    public async Task<MimeMessage?> WriteAsync(DeliveryRecord delivery, Period period, Recipient recipient, bool withLinks, CancellationToken cancellationToken)
    {
        var message = await ComposeAsync(delivery, period, recipient, withLinks, cancellationToken);
        if (withLinks && message is not null)
        {
            await links.AddHeadersAsync(message, recipient, cancellationToken);
        }

        return message;
    }

    private async Task<MimeMessage?> ComposeAsync(DeliveryRecord delivery, Period period, Recipient recipient, bool withLinks, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(period, delivery.Scope, delivery.Revision, cancellationToken) is not { } row)
        {
            return null;
        }

        var report = await ShownAsync(row, delivery, cancellationToken);
        var attachments = await AttachmentsAsync(row, report, recipient, cancellationToken);
        var ways = withLinks ? await WaysAsync(delivery, period, recipient, cancellationToken) : MailWays.None;
        var message = Compose(delivery, report, recipient, attachments, [], ways);
        var size = SizeOf(message);
        if (attachments.Count == 0 || size <= options.Value.LargestMessage)
        {
            return message;
        }

        // A mail that a gateway throws away is worse than one without its file, which a link opens instead.
        message.Dispose();
        IReadOnlyList<LinkedFile> linked = ways.Online is { } online ? [.. attachments.Select(file => new LinkedFile(file.Name, MailLinks.FileOf(online, file.Ending)))] : [];
        return Compose(delivery, report, recipient, [], [LetterWords.TooLarge(recipient.Language, size, options.Value.LargestMessage)], ways with { Files = linked });
    }

    private async Task<MailWays> WaysAsync(DeliveryRecord delivery, Period period, Recipient recipient, CancellationToken cancellationToken) => new(
        await links.ReportAsync(recipient, period, delivery.Scope, delivery.Revision, cancellationToken), await links.UnsubscribeAsync(recipient, cancellationToken));

    /// <summary>Bytes as the message travels, attachments encoded.</summary>
    public static long SizeOf(MimeMessage message)
    {
        using var measure = new MimeKit.IO.MeasuringStream();
        message.WriteTo(measure);
        return measure.Length;
    }

    /// <summary>A correction lists what changed since the revision that this person got, and not since the last one built.</summary>
    private async Task<Report> ShownAsync(StoredReport row, DeliveryRecord delivery, CancellationToken cancellationToken)
    {
        var report = ReportJson.Read(await FileAsync(row, BuildReport.ReportFile, cancellationToken));
        if (delivery.Corrects is not { } before || await reports.FindAsync(row.Period, row.Scope, before, cancellationToken) is not { } sent)
        {
            return report;
        }

        return report with { Restatements = Restatement.Between(ReportJson.Read(await FileAsync(sent, BuildReport.ReportFile, cancellationToken)).Metrics, report.Metrics) };
    }

    private MimeMessage Compose(DeliveryRecord delivery, Report report, Recipient recipient, IReadOnlyList<MailFile> attachments, IReadOnlyList<string> notes, MailWays ways)
    {
        var body = bodies.Render(report, recipient.Language, theme, [.. attachments.Select(file => file.Name)], notes, ways);
        var marked = delivery.Corrects is null ? body : body with { Subject = LetterWords.Corrected(recipient.Language) + body.Subject };
        return ReportMail.Compose(ReportMail.AboutOf(report), recipient, marked, attachments, options.Value, delivery.Id, clock.GetUtcNow());
    }

    /// <summary>What the person asked for and the revision has; a form that was not drawn when it was built is not promised.</summary>
    private async Task<IReadOnlyList<MailFile>> AttachmentsAsync(StoredReport row, Report report, Recipient recipient, CancellationToken cancellationToken)
    {
        var files = new List<MailFile>();
        foreach (var form in recipient.Attachments)
        {
            var ending = form == AttachmentForm.Pdf ? "pdf" : "xlsx";
            if (await reports.ReadFileAsync(row, $"report.{recipient.Language}.{ending}", cancellationToken) is { } content)
            {
                files.Add(new MailFile(ReportMail.AttachmentName(report, recipient.Language, ending), ending, content));
            }
        }

        return files;
    }

    private async Task<BinaryData> FileAsync(StoredReport row, string name, CancellationToken cancellationToken) =>
        await reports.ReadFileAsync(row, name, cancellationToken)
        ?? throw new InvalidOperationException($"Revision {row.Revision} of {row.Period} has lost its file {name}.");
}
