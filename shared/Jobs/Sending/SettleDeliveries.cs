using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>
/// Carries on what a dead worker or a lost message left: the guarantee behind the queue. Every step is a guarded change of one row,
/// so any number of them may run at once.
/// </summary>
public sealed partial class SettleDeliveries(
    DeliveryLedger ledger, WorkQueues queues, DeliveryAlerts alerts, IOptions<DeliveryOptions> options, BusinessZone zone, TimeProvider clock, ILogger<SettleDeliveries> logger)
{
    /// <summary>Older periods are not looked at: whatever still waits there was told long ago.</summary>
    private const int DaysBack = 62;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = await ledger.UnsettledAsync(zone.Today(clock).AddDays(-DaysBack), cancellationToken);
        foreach (var row in rows)
        {
            await SettleAsync(row, cancellationToken);
        }

        LogSettled(rows.Count);
    }

    private Task SettleAsync(DeliveryRecord row, CancellationToken cancellationToken) => row.State switch
    {
        DeliveryState.Claimed when row.ClaimedAt + options.Value.ClaimLease <= clock.GetUtcNow() => LoseAsync(row, cancellationToken),
        DeliveryState.Unknown => ResolveAsync(row, cancellationToken),
        DeliveryState.Queued => WakeAsync(row, cancellationToken),
        _ => alerts.TellAsync(row, cancellationToken),
    };

    private async Task LoseAsync(DeliveryRecord row, CancellationToken cancellationToken)
    {
        var lost = await ledger.ChangeAsync(
            row.Id, seen => DeliveryChanges.Lose(seen, row.Claim, "The worker that was sending it died, or its answer was lost: it may have been sent."), cancellationToken);
        if (lost is { IsChanged: true, Row: var unknown })
        {
            await ResolveAsync(unknown, cancellationToken);
        }
    }

    private async Task ResolveAsync(DeliveryRecord row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rule = UnknownRules.Of(row.Mailer);
        if (rule == UnknownRule.NeverAgain || (rule == UnknownRule.AgainAfterGrace && row.ClaimedAt + options.Value.UnknownGrace > now))
        {
            await alerts.TellAsync(row, cancellationToken);
            return;
        }

        var isLast = rule == UnknownRule.AgainAfterGrace && row.Attempts >= options.Value.MostAttempts;
        var resolved = await ledger.ChangeAsync(
            row.Id, seen => isLast ? DeliveryChanges.Fail(seen, row.Claim, $"{row.LastError} No attempt was answered.") : DeliveryChanges.Resume(seen, row.Claim, now), cancellationToken);
        if (resolved is { IsChanged: true, Row: { State: DeliveryState.Queued } again })
        {
            await queues.DeliverAsync(again, null, cancellationToken);
        }
        else if (resolved is { Row: var settled })
        {
            await alerts.TellAsync(settled, cancellationToken);
        }
    }

    /// <summary>Its message was lost, or was never sent; one too many does no harm.</summary>
    private async Task WakeAsync(DeliveryRecord row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = row.NotBefore > row.QueuedAt ? row.NotBefore.Value : row.QueuedAt;
        if (since + options.Value.RequeueAfter <= now && await ledger.ChangeAsync(row.Id, seen => DeliveryChanges.Requeue(seen, now), cancellationToken) is { IsChanged: true })
        {
            await queues.DeliverAsync(row, null, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked at {Rows} deliveries that were not settled")]
    private partial void LogSettled(int rows);
}
