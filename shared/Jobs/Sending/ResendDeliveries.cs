using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>What an admin asks for: another round for what failed, or the corrected report to those who got the wrong one.</summary>
public sealed class ResendDeliveries(DeliveryLedger ledger, ReportStore reports, Recipients recipients, WorkQueues queues, TimeProvider clock)
{
    /// <summary>One delivery again, if it failed, or if it is unknown and a person has looked: nothing else is touched.</summary>
    /// <returns>The row as it is now; null when there is none. <c>IsChanged</c> is false when it was in no state to be sent again.</returns>
    public async Task<(DeliveryRecord Row, bool IsChanged)?> RetryAsync(string deliveryId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var retried = await ledger.ChangeAsync(deliveryId, row => DeliveryChanges.Retry(row, now) ?? DeliveryChanges.RetryUnknown(row, now), cancellationToken);
        if (retried is { Row: { State: DeliveryState.Queued } row })
        {
            await queues.DeliverAsync(row, null, cancellationToken);
        }

        return retried;
    }

    /// <summary>Every failed delivery of a period again; whoever got theirs gets nothing.</summary>
    /// <returns>The ids.</returns>
    public async Task<IReadOnlyList<string>> RetryFailedAsync(Period period, CancellationToken cancellationToken)
    {
        var (ids, now) = (new List<string>(), clock.GetUtcNow());
        foreach (var failed in (await ledger.OfPeriodAsync(period.Name, cancellationToken)).Where(row => row.State == DeliveryState.Failed))
        {
            if (await ledger.ChangeAsync(failed.Id, row => DeliveryChanges.Retry(row, now), cancellationToken) is { IsChanged: true, Row: var row })
            {
                await queues.DeliverAsync(row, null, cancellationToken);
                ids.Add(row.Id);
            }
        }

        return ids;
    }

    /// <summary>The latest revision to everybody who was sent an earlier one, marked as corrected. Asked for twice, it is sent once.</summary>
    /// <returns>The ids that were added now; none when nobody was sent an earlier revision.</returns>
    public async Task<IReadOnlyList<string>> SendCorrectionAsync(Period period, CancellationToken cancellationToken)
    {
        var people = (await recipients.OfAsync(period.Kind, cancellationToken)).ToDictionary(person => person.Id, StringComparer.Ordinal);
        var corrections = new List<DeliveryRecord>();
        foreach (var own in (await ledger.OfPeriodAsync(period.Name, cancellationToken)).Where(row => row.WasTaken).GroupBy(row => (row.RecipientId, row.Scope)))
        {
            var sent = own.Max(row => row.Revision);
            if (people.TryGetValue(own.Key.RecipientId, out var person) && person.Scope == own.Key.Scope
                && await reports.FindAsync(period, own.Key.Scope, null, cancellationToken) is { } latest && latest.Revision > sent)
            {
                corrections.Add(own.First() with
                {
                    Id = DeliveryId.Of(period, person.Scope, latest.Revision, person.Id),
                    Revision = latest.Revision,
                    Corrects = sent,
                    State = DeliveryState.Queued,
                    Attempts = 0,
                    Claim = null,
                    Mailer = null,
                    ProviderMessageId = null,
                    Size = null,
                    NotBefore = null,
                    ClaimedAt = null,
                    AcceptedAt = null,
                    EventAt = null,
                    LastError = null,
                    ToldAt = null,
                });
            }
        }

        var added = await ledger.EnqueueAsync(period.Name, corrections, cancellationToken);
        foreach (var row in added)
        {
            await queues.DeliverAsync(row, null, cancellationToken);
        }

        return [.. added.Select(row => row.Id)];
    }
}
