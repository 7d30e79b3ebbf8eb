using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>Stops mail to somebody who does not want it or cannot get it. Of a required recipient the admins are told. Source: delivery.md.</summary>
public sealed class Withdrawals(RecipientTable table, AlertStore alerts, TimeProvider clock)
{
    private const int Attempts = 10;

    /// <param name="status"><see cref="RecipientStatus.Unsubscribed"/> or <see cref="RecipientStatus.Bounced"/>; a required recipient who unsubscribes is paused.</param>
    /// <param name="by"><c>recipient</c> or <c>provider</c>, for the audit trail.</param>
    /// <param name="at">When it happened: an admin who resumed them later knew of it.</param>
    /// <returns>The recipient as they are now; null when there is none.</returns>
    public async Task<Recipient?> WithdrawAsync(string id, RecipientStatus status, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = await table.FindAsync(id, cancellationToken);
            var wanted = before is { Required: true } && status == RecipientStatus.Unsubscribed ? RecipientStatus.Paused : status;
            if (before is null || before.Status == wanted || before.UpdatedAt > at || (status == RecipientStatus.Bounced && before.Status != RecipientStatus.Active))
            {
                return before;
            }

            var after = before with { Status = wanted };
            if (before.Required)
            {
                // Told first: who dies in between tells it again, and nobody is lost without a word.
                await TellAsync(before, status, cancellationToken);
            }

            if (await table.ChangeAsync(before, after, $"recipient.{status.ToString().ToLowerInvariant()}", by, cancellationToken) is { Status: ChangeStatus.Changed, Recipient: { } now })
            {
                return now;
            }
        }

        throw new InvalidOperationException($"Recipient {id} could not be changed in {Attempts} attempts: others kept changing them.");
    }

    private Task TellAsync(Recipient recipient, RecipientStatus status, CancellationToken cancellationToken)
    {
        var (now, word) = (clock.GetUtcNow(), status == RecipientStatus.Bounced ? "bounced" : "unsubscribed");
        return alerts.RaiseAsync(
            new Alert($"{word}-{recipient.Id}", Alert.ForPeople, $"required recipient {word}", recipient.Id, "{}", AlertState.Open, 0, now, now, $"A required recipient {word} and gets nothing any more."),
            cancellationToken);
    }
}
