using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>
/// Sends one delivery of the ledger: written, claimed, handed over, recorded. The claim comes before the mailer is called, so of
/// two workers one sends; the record right after, so that only a death between the two leaves it unknown. Source: delivery.md, ledger.
/// </summary>
public sealed class Deliver(
    DeliveryLedger ledger, RecipientTable recipients, Letters letters, IMailer mailer, WorkQueues queues, DeliveryAlerts alerts, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int JitterSteps = 1000;

    /// <summary>Sends it if it waits; anything else is told as it stands.</summary>
    public async Task<DeliveryOutcome> SendAsync(string deliveryId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(deliveryId, cancellationToken) is not { } row)
        {
            return new DeliveryOutcome(DeliveryStatus.Cancelled, null, $"Delivery {deliveryId} was never planned.");
        }

        if (row.State != DeliveryState.Queued)
        {
            return Standing(row);
        }

        if (row.NotBefore > clock.GetUtcNow())
        {
            await queues.DeliverAsync(row, row.NotBefore - clock.GetUtcNow(), cancellationToken);
            return new DeliveryOutcome(DeliveryStatus.TryAgain, null, row.LastError);
        }

        if (!options.Value.SendingEnabled)
        {
            return await CancelAsync(row, "Sending is switched off.", cancellationToken);
        }

        return await recipients.FindAsync(row.RecipientId, cancellationToken) is { } recipient && Gets(recipient, row)
            ? await SendAsync(row, recipient, cancellationToken)
            : await CancelAsync(row, "The person no longer gets this report.", cancellationToken);
    }

    private async Task<DeliveryOutcome> SendAsync(DeliveryRecord row, Recipient recipient, CancellationToken cancellationToken)
    {
        // Written before it is claimed: what cannot be written is no attempt, and nothing is left in doubt.
        using var message = await letters.WriteAsync(row, recipient, cancellationToken);
        if (message is null)
        {
            return await CancelAsync(row, "There is nothing to send: the report is gone.", cancellationToken);
        }

        if (await ledger.ClaimAsync(row, options.Value.Mailer, cancellationToken) is not { } claimed)
        {
            return new DeliveryOutcome(DeliveryStatus.AlreadySent, null, null);
        }

        var outcome = await mailer.SendAsync(row.Id, message, cancellationToken);
        await RecordAsync(claimed, outcome, ReportLetters.SizeOf(message), cancellationToken);
        return outcome;
    }

    private async Task RecordAsync(DeliveryRecord claimed, DeliveryOutcome outcome, long size, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isLast = claimed.Attempts >= options.Value.MostAttempts;
        var again = now + RetryPause.After(claimed.Attempts, outcome.RetryAfter, RandomNumberGenerator.GetInt32(JitterSteps + 1) / (double)JitterSteps);
        var recorded = await ledger.ChangeAsync(claimed.Id, row => outcome.Status switch
        {
            DeliveryStatus.Accepted or DeliveryStatus.AlreadySent => DeliveryChanges.Accept(row, outcome.Reference, size, now),
            DeliveryStatus.Unknown => DeliveryChanges.Lose(row, claimed.Claim, outcome.Error),
            DeliveryStatus.TryAgain when !isLast => DeliveryChanges.PutOff(row, claimed.Claim, outcome.Error, again, now),
            DeliveryStatus.TryAgain or DeliveryStatus.Refused => DeliveryChanges.Fail(row, claimed.Claim, outcome.Error),
            DeliveryStatus.Cancelled => DeliveryChanges.CancelHeld(row, claimed.Claim, outcome.Error),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Status, "Every outcome has its record above."),
        }, cancellationToken);
        if (recorded is not { Row: var row })
        {
            return;
        }

        if (row is { State: DeliveryState.Queued, NotBefore: { } at })
        {
            await queues.DeliverAsync(row, at - now, cancellationToken);
        }

        await alerts.TellAsync(row, cancellationToken);
    }

    private async Task<DeliveryOutcome> CancelAsync(DeliveryRecord row, string reason, CancellationToken cancellationToken)
    {
        await ledger.ChangeAsync(row.Id, seen => DeliveryChanges.Cancel(seen, reason), cancellationToken);
        return new DeliveryOutcome(DeliveryStatus.Cancelled, null, reason);
    }

    private static bool Gets(Recipient recipient, DeliveryRecord row) =>
        recipient.Status == RecipientStatus.Active && recipient.Scope == row.Scope && recipient.Reports.Contains(RecipientRules.ReportNames[row.Kind]);

    private static DeliveryOutcome Standing(DeliveryRecord row) => row switch
    {
        { WasTaken: true } => new(DeliveryStatus.AlreadySent, row.ProviderMessageId, null),
        { State: DeliveryState.Failed } => new(DeliveryStatus.Refused, null, row.LastError),
        { State: DeliveryState.Cancelled } => new(DeliveryStatus.Cancelled, null, row.LastError),
        _ => new(DeliveryStatus.Unknown, null, row.LastError ?? "Another worker is sending it."),
    };
}
