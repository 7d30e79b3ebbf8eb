using Microsoft.Extensions.Options;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Facts;
using SalesReports.Reports;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Sends a built report to everybody who gets its kind, one message each.</summary>
public sealed class Deliver(
    ReportStore reports, Recipients recipients, IMailBodyRenderer bodies, IMailer mailer, Theme theme, IOptions<DeliveryOptions> options, TimeProvider clock)
{

    /// <summary>The ids of the deliveries that the report's latest revision asks for; none without a report.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(Period period, CancellationToken cancellationToken) =>
        await reports.FindAsync(period, ScopeName.Company, null, cancellationToken) is { } report
            ? [.. (await PeopleAsync(period, cancellationToken)).Select(person => IdOf(report, person))]
            : [];

    /// <summary>Sends one planned delivery, of the revision it was planned for even when a later one exists by now.</summary>
    public async Task<DeliveryOutcome> SendAsync(Period period, string deliveryId, CancellationToken cancellationToken)
    {
        if (DeliveryId.RevisionIn(deliveryId) is not { } revision || await reports.FindAsync(period, ScopeName.Company, revision, cancellationToken) is not { } row)
        {
            return new DeliveryOutcome(DeliveryStatus.Cancelled, null, $"{period} has no report for delivery {deliveryId}.");
        }

        if ((await PeopleAsync(period, cancellationToken)).FirstOrDefault(person => IdOf(row, person) == deliveryId) is not { } recipient)
        {
            return new DeliveryOutcome(DeliveryStatus.Cancelled, null, $"Nobody gets delivery {deliveryId} any more.");
        }

        var report = ReportJson.Read(await FileAsync(row, BuildReport.ReportFile, cancellationToken));
        var attachments = await AttachmentsAsync(row, report, recipient, cancellationToken);
        var body = bodies.Render(report, recipient.Language, theme, [.. attachments.Select(attached => attached.Name)]);
        var message = ReportMail.Compose(report, recipient, body, attachments, options.Value, deliveryId, clock.GetUtcNow());
        return await mailer.SendAsync(deliveryId, message, cancellationToken);
    }

    /// <summary>The forms this person wants, as they were stored with the revision.</summary>
    private async Task<List<(string Name, BinaryData Content)>> AttachmentsAsync(StoredReport row, Report report, Recipient recipient, CancellationToken cancellationToken)
    {
        var attachments = new List<(string, BinaryData)>();
        foreach (var form in recipient.Attachments)
        {
            var format = form == AttachmentForm.Xlsx ? "xlsx" : "pdf";
            attachments.Add((ReportMail.AttachmentName(report, recipient.Language, format), await FileAsync(row, $"report.{recipient.Language}.{format}", cancellationToken)));
        }

        return attachments;
    }

    /// <summary>Who sees less than the company never gets the company's report.</summary>
    private async Task<IEnumerable<Recipient>> PeopleAsync(Period period, CancellationToken cancellationToken) =>
        (await recipients.OfAsync(period.Kind, cancellationToken)).Where(person => person.Scope == ScopeName.Company);

    private static string IdOf(StoredReport report, Recipient recipient) => DeliveryId.Of(report.Period, report.Scope, report.Revision, recipient.Id);

    private async Task<BinaryData> FileAsync(StoredReport row, string name, CancellationToken cancellationToken) =>
        await reports.ReadFileAsync(row, name, cancellationToken)
        ?? throw new InvalidOperationException($"Revision {row.Revision} of {row.Period} has lost its file {name}.");
}
