using Microsoft.Extensions.Options;
using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>May anything be sent by itself? Never by surprise: not while the switch is off, nothing of before the start, nothing old.</summary>
public sealed class SendingRules(DeliveryPlans plans, IOptions<DeliveryOptions> options, BusinessZone zone, ScheduleOptions schedule, TimeProvider clock)
{
    public bool IsEnabled => options.Value.SendingEnabled;

    /// <summary>The report of the kind that is due and whose deliveries are not all queued yet; null when there is nothing to send.</summary>
    public async Task<DueReport?> WaitingAsync(PeriodKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = DueCalendar.Latest(kind, now, zone, schedule);
        if (!IsEnabled || now - due.At > DueCalendar.MostLate || due.At < await ActiveSinceAsync(now, cancellationToken))
        {
            return null;
        }

        return await plans.FindAsync(kind.Name(), due.Period.Name, cancellationToken) is { IsQueued: true } ? null : due;
    }

    /// <summary>Whether a person gets a report that was due then: who came later starts with the next one. The configuration's people were there from the start.</summary>
    public static bool Gets(Recipient recipient, DueReport due) =>
        recipient.Gets(due.Period.Kind) && (recipient.CreatedAt <= due.At || recipient.CreatedBy == RecipientTable.ByConfiguration);

    /// <summary>The day whose alarm is due and whose deliveries are not all queued yet; null when there is nothing to do.</summary>
    public async Task<DueAlarm?> WaitingAlarmAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = DueCalendar.LatestAlarm(now, zone, schedule);
        if (!IsEnabled || !options.Value.VolumeAlarmEnabled || due.At < await ActiveSinceAsync(now, cancellationToken))
        {
            return null;
        }

        return await plans.FindAsync(DeliveryId.VolumeAlarmKind, DeliveryId.NameOf(due.Day), cancellationToken) is { IsQueued: true } ? null : due;
    }

    /// <summary>Whether a person gets the alarm that was due then.</summary>
    public static bool Gets(Recipient recipient, DueAlarm due) =>
        recipient.Gets(Subscription.VolumeAlarm) && (recipient.CreatedAt <= due.At || recipient.CreatedBy == RecipientTable.ByConfiguration);

    private async Task<DateTimeOffset> ActiveSinceAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        options.Value.ActivatedAt ?? await plans.ActiveSinceAsync(now, cancellationToken);
}
