using Microsoft.Extensions.Options;
using MimeKit;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Documents.Email;

namespace SalesReports.Jobs;

/// <summary>Writes the mail of a volume alarm from what was stored of it.</summary>
public sealed class AlarmLetters(AlarmStore alarms, AlarmBodyRenderer bodies, Theme theme, MailLinks links, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <returns>Null when the alarm is gone.</returns>
    public async Task<MimeMessage?> WriteAsync(DeliveryRecord delivery, Recipient recipient, CancellationToken cancellationToken)
    {
        if (await alarms.FindAsync(delivery.Period, delivery.Scope, cancellationToken) is not { } alarm)
        {
            return null;
        }

        var body = bodies.Render(alarm, recipient.Language, theme, await links.UnsubscribeAsync(recipient, cancellationToken));
        var message = ReportMail.Compose($"{delivery.Kind} {delivery.Period}", recipient, body, [], options.Value, delivery.Id, clock.GetUtcNow());
        await links.AddHeadersAsync(message, recipient, cancellationToken);
        return message;
    }
}
