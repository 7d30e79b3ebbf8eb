namespace SalesReports.Delivery;

/// <summary>
/// How a row of the ledger may change; null where it may not. Pure. What the provider says always wins over what we believed, and
/// its events are ordered by what they tell and not by when they come, so that late and repeated ones are harmless.
/// </summary>
public static class DeliveryChanges
{
    /// <param name="claim">A name nobody else has.</param>
    public static DeliveryRecord? Claim(DeliveryRecord row, string mailer, string claim, DateTimeOffset now) =>
        row.State == DeliveryState.Queued && !(row.NotBefore > now)
            ? row with { State = DeliveryState.Claimed, Attempts = row.Attempts + 1, Claim = claim, Mailer = mailer, ClaimedAt = now, NotBefore = null }
            : null;

    /// <summary>The mailer has taken the message; true whoever claimed the row meanwhile.</summary>
    public static DeliveryRecord? Accept(DeliveryRecord row, string? providerMessageId, long? size, DateTimeOffset now) => row with
    {
        State = row.WasTaken ? row.State : DeliveryState.Accepted,
        ProviderMessageId = providerMessageId ?? row.ProviderMessageId,
        Size = size ?? row.Size,
        AcceptedAt = row.AcceptedAt ?? now,
        LastError = row.WasTaken ? row.LastError : null,
    };

    /// <summary>The mailer did not take it: it waits for another attempt.</summary>
    public static DeliveryRecord? PutOff(DeliveryRecord row, string? claim, string? error, DateTimeOffset notBefore, DateTimeOffset now) =>
        IsHeld(row, claim) ? row with { State = DeliveryState.Queued, NotBefore = notBefore, QueuedAt = now, LastError = ErrorText.Of(error) } : null;

    public static DeliveryRecord? Fail(DeliveryRecord row, string? claim, string? error) =>
        IsHeld(row, claim) ? row with { State = DeliveryState.Failed, NotBefore = null, LastError = ErrorText.Of(error) } : null;

    /// <summary>It may have been sent or not: the answer was lost, or the lease of its claim has run out.</summary>
    public static DeliveryRecord? Lose(DeliveryRecord row, string? claim, string? error) =>
        row.State == DeliveryState.Claimed && row.Claim == claim ? row with { State = DeliveryState.Unknown, LastError = ErrorText.Of(error) } : null;

    /// <summary>It is tried again although it may have been sent.</summary>
    public static DeliveryRecord? Resume(DeliveryRecord row, string? claim, DateTimeOffset now) =>
        row.State == DeliveryState.Unknown && row.Claim == claim ? row with { State = DeliveryState.Queued, NotBefore = null, QueuedAt = now } : null;

    /// <summary>Nobody gets it any more. What somebody may be sending right now is not called back.</summary>
    public static DeliveryRecord? Cancel(DeliveryRecord row, string? reason) =>
        row.State == DeliveryState.Queued ? row with { State = DeliveryState.Cancelled, NotBefore = null, LastError = ErrorText.Of(reason) } : null;

    /// <summary>The holder of a claim has nothing to send.</summary>
    public static DeliveryRecord? CancelHeld(DeliveryRecord row, string? claim, string? reason) =>
        IsHeld(row, claim) ? row with { State = DeliveryState.Cancelled, NotBefore = null, LastError = ErrorText.Of(reason) } : null;

    /// <summary>Nobody could even try: its message failed until the host gave it up.</summary>
    public static DeliveryRecord? Abandon(DeliveryRecord row, string? reason) =>
        row.State == DeliveryState.Queued ? row with { State = DeliveryState.Failed, NotBefore = null, LastError = ErrorText.Of(reason) } : null;

    /// <summary>An admin asks for another round of attempts.</summary>
    public static DeliveryRecord? Retry(DeliveryRecord row, DateTimeOffset now) =>
        row.State == DeliveryState.Failed ? row with { State = DeliveryState.Queued, Attempts = 0, NotBefore = null, QueuedAt = now, ToldAt = null } : null;

    /// <summary>A person looked: what was unknown was not sent, and goes once more.</summary>
    public static DeliveryRecord? RetryUnknown(DeliveryRecord row, DateTimeOffset now) =>
        row.State == DeliveryState.Unknown ? row with { State = DeliveryState.Queued, Attempts = 0, NotBefore = null, QueuedAt = now, ToldAt = null } : null;

    /// <summary>Its message on the queue was lost: it is queued once more, and waits as long again before that is said of it.</summary>
    public static DeliveryRecord? Requeue(DeliveryRecord row, DateTimeOffset now) => row.State == DeliveryState.Queued ? row with { QueuedAt = now } : null;

    /// <summary>The admins know.</summary>
    public static DeliveryRecord? Tell(DeliveryRecord row, DateTimeOffset now) =>
        row.ToldAt is null && row.State is (DeliveryState.Failed or DeliveryState.Unknown) ? row with { ToldAt = now } : null;

    public static DeliveryRecord? Apply(DeliveryRecord row, ProviderEvent told) => Rank(told.Tells) > Rank(row.State)
        ? row with
        {
            State = told.Tells,
            EventAt = told.At,
            AcceptedAt = row.AcceptedAt ?? told.At,
            ProviderMessageId = row.ProviderMessageId ?? told.ProviderMessageId,
            NotBefore = null,
            LastError = told.Tells is DeliveryState.Accepted or DeliveryState.Delivered ? null : ErrorText.Of(told.Reason),
        }
        : null;

    /// <summary>The later in the life of a message, the higher; a bounce can come after a delivery and is then what counts.</summary>
    private static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Queued or DeliveryState.Claimed or DeliveryState.Unknown or DeliveryState.Failed or DeliveryState.Cancelled => 0,
        DeliveryState.Accepted => 1,
        DeliveryState.Deferred => 2,
        DeliveryState.Delivered => 3,
        DeliveryState.Dropped => 4,
        DeliveryState.Suppressed => 5,
        DeliveryState.Bounced => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Every state has its rank above."),
    };

    /// <summary>One who was slow may find the row unknown already, and still knows better.</summary>
    private static bool IsHeld(DeliveryRecord row, string? claim) => row.State is (DeliveryState.Claimed or DeliveryState.Unknown) && row.Claim == claim;
}
