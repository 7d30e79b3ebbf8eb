using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>Writes the message of a delivery, whatever its kind.</summary>
public sealed class Letters(ReportLetters reports, AlarmLetters alarms)
{
    /// <returns>Null when what it is about is gone.</returns>
    public Task<MimeMessage?> WriteAsync(DeliveryRecord delivery, Recipient recipient, CancellationToken cancellationToken) =>
        delivery.Kind == DeliveryId.VolumeAlarmKind ? alarms.WriteAsync(delivery, recipient, cancellationToken)
        : Period.TryParse(delivery.Period, out var period) ? reports.WriteAsync(delivery, period, recipient, cancellationToken)
        : Task.FromResult<MimeMessage?>(null);
}
