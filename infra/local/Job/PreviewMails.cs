using Microsoft.Extensions.Options;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Documents.Email;
using SalesReports.Facts;
using SalesReports.Jobs;

namespace SalesReports.Local.Job;

/// <summary>The mails of a period, in every language, as files beside its report: for designers to open, sent to nobody.</summary>
internal sealed class PreviewMails(IMailBodyRenderer bodies, AlarmBodyRenderer alarmBodies, FindAlarm alarms, Theme theme, IOptions<DeliveryOptions> sender)
{
    private static readonly string[] Attached = ["pdf", "xlsx"];

    public async Task WriteAsync(BuiltReport built, string folder, CancellationToken cancellationToken)
    {
        foreach (var language in Theme.Languages)
        {
            List<MailFile> attachments =
                [.. Attached.Select(format => new MailFile(ReportMail.AttachmentName(built.Report, language, format), format, built.Files[$"report.{language}.{format}"]))];
            var body = bodies.Render(built.Report, language, theme, [.. attachments.Select(attached => attached.Name)]);
            await WriteAsync(ReportMail.AboutOf(built.Report), "mail", language, body, attachments, built, folder, cancellationToken);
        }

        await WriteAlarmAsync(built, folder, cancellationToken);
    }

    /// <summary>As if nobody had looked since the period before; no file when no account fell.</summary>
    private async Task WriteAlarmAsync(BuiltReport built, string folder, CancellationToken cancellationToken)
    {
        var alarm = await alarms.RunAsync(built.Report.End.AddDays(-1), built.Report.Start.AddDays(-1), ScopeName.Company, cancellationToken);
        foreach (var language in alarm.Count > 0 ? Theme.Languages : [])
        {
            await WriteAsync($"{DeliveryId.VolumeAlarmKind} {alarm.Day:yyyy-MM-dd}", "alarm", language, alarmBodies.Render(alarm, language, theme, null), [], built, folder, cancellationToken);
        }
    }

    private async Task WriteAsync(
        string about, string name, string language, MailBody body, IReadOnlyList<MailFile> attachments, BuiltReport built, string folder, CancellationToken cancellationToken)
    {
        var person = new Recipient
        {
            Id = "preview",
            Email = "preview@example.com",
            DisplayName = "Preview",
            Language = language,
            Reports = [],
            Attachments = [],
            Scope = ScopeName.Company,
        };
        using var message = ReportMail.Compose(about, person, body, attachments, sender.Value, $"preview-{name}-{language}", built.Report.BuiltAt);
        await message.WriteToAsync(Path.Combine(folder, $"{name}.{language}.eml"), cancellationToken);
    }
}
