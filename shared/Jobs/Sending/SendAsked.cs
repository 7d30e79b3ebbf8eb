using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>What an admin asks to be sent now: to all who get the kind, to one of them, or a correction. Who has theirs gets nothing again.</summary>
public sealed class SendAsked(PlanDeliveries plan, ResendDeliveries resend, BuildReport build, RecipientTable recipients, DeliveryLedger ledger, WorkQueues queues)
{
    public Task RunAsync(Period period, SendWish wish, CancellationToken cancellationToken) => wish switch
    {
        { Corrected: true } => resend.SendCorrectionAsync(period, cancellationToken),
        { Recipient: { } recipient } => ToOneAsync(period, recipient, cancellationToken),
        _ => ToAllAsync(period, cancellationToken),
    };

    private async Task ToAllAsync(Period period, CancellationToken cancellationToken) => await QueueAsync(await plan.PlanNowAsync(period, cancellationToken), cancellationToken);

    private async Task ToOneAsync(Period period, string id, CancellationToken cancellationToken)
    {
        if (await recipients.FindAsync(id, cancellationToken) is not { } recipient || !recipient.Gets(period.Kind))
        {
            return;
        }

        var revision = (await build.RunAsync(period, recipient.Scope, cancellationToken)).Report.Revision;
        var row = new DeliveryPlan(period.Kind.Name(), period.Name, default, [new PlannedDelivery(recipient.Id, recipient.Scope, revision)], IsQueued: false).Rows()[0];
        await ledger.EnqueueAsync(period.Name, [row], cancellationToken);
        await QueueAsync(await ledger.FindAsync(row.Id, cancellationToken) is { } planned ? [planned] : [], cancellationToken);
    }

    private async Task QueueAsync(IReadOnlyList<DeliveryRecord> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(row => row.State == DeliveryState.Queued))
        {
            await queues.DeliverAsync(row, null, cancellationToken);
        }
    }
}

/// <summary>What to send, as a message of the queue says it.</summary>
/// <param name="Recipient">Only to this one; null for all who get the kind.</param>
/// <param name="Corrected">The latest revision to those who got an earlier one.</param>
public sealed record SendWish(string? Recipient, bool Corrected);
