namespace SalesReports.Delivery;

/// <summary>
/// Takes over what the provider tells: the ledger learns what became of a message, and who cannot or will not get mail gets none.
/// In any order, any number of times.
/// </summary>
public sealed class ProviderEvents(ToldEvents told, DeliveryLedger ledger, Recipients recipients, Withdrawals withdrawals)
{
    private const string By = "provider";

    /// <returns>How many were new.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<WebhookEvent> events, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var one in events.DistinctBy(one => one.Id))
        {
            if (!await told.IsKnownAsync(ToldEvents.EventKind, one.Id, cancellationToken))
            {
                await ActAsync(one, cancellationToken);
                await told.NoteAsync(ToldEvents.EventKind, one.Id, one.At, cancellationToken);
                taken++;
            }
        }

        return taken;
    }

    private async Task ActAsync(WebhookEvent one, CancellationToken cancellationToken)
    {
        var row = one switch
        {
            { DeliveryId: { } id, Tells: { } state } => (await ledger.ApplyAsync(new ProviderEvent(id, state, one.At, one.MessageId, one.Reason), cancellationToken))?.Row,
            { DeliveryId: { } id } => await ledger.FindAsync(id, cancellationToken),
            _ => null,
        };
        if (one.Withdraws is { } status && await RecipientAsync(one, row, cancellationToken) is { } recipient)
        {
            await withdrawals.WithdrawAsync(recipient.Id, status, By, one.At, cancellationToken);
        }
    }

    /// <summary>Whom the message was for, if they still have the address that the event tells of.</summary>
    private async Task<Recipient?> RecipientAsync(WebhookEvent one, DeliveryRecord? row, CancellationToken cancellationToken)
    {
        var holder = (await recipients.AllAsync(cancellationToken)).FirstOrDefault(recipient => string.Equals(recipient.Email, one.Email?.Trim(), StringComparison.OrdinalIgnoreCase));
        return row is null || row.RecipientId == holder?.Id ? holder : null;
    }
}
