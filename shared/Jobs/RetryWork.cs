using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Puts work that was given up back on its queue. The message goes first and the alert is closed after it: whoever dies in between
/// leaves an open alert and a message, and a message too many does no harm.
/// </summary>
public sealed class RetryWork(AlertStore alerts, WorkQueues queues)
{
    public async Task<RetryOutcome> RetryAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (alert.Queue is WorkItem.Timers or Alert.ForPeople)
        {
            return RetryOutcome.ComesBackByItself;
        }

        if (alert.State != AlertState.Open)
        {
            return RetryOutcome.NotOpen;
        }

        await queues.PutBackAsync(alert.Queue, alert.Body, cancellationToken);
        return await alerts.CloseAsync(alert, AlertState.Retried, cancellationToken) ? RetryOutcome.PutBack : RetryOutcome.ChangedMeanwhile;
    }

    /// <summary>The work need not be done.</summary>
    public async Task<RetryOutcome> DismissAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (!alert.IsUnsettled)
        {
            return RetryOutcome.NotOpen;
        }

        return await alerts.CloseAsync(alert, AlertState.Dismissed, cancellationToken) ? RetryOutcome.Dismissed : RetryOutcome.ChangedMeanwhile;
    }
}

public enum RetryOutcome
{
    PutBack,
    Dismissed,

    /// <summary>It was put back, dismissed or done before.</summary>
    NotOpen,

    /// <summary>A timer's job or a matter for a person, without a message.</summary>
    ComesBackByItself,

    /// <summary>The work failed or was done again in this very moment; its alert says which.</summary>
    ChangedMeanwhile,
}
