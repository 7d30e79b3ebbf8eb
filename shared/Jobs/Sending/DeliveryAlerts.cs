using System.Text.Json;
using SalesReports.Delivery;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Tells the admins once of a delivery that needs them: an open alert, whose retry puts the delivery back.</summary>
public sealed class DeliveryAlerts(AlertStore alerts, DeliveryLedger ledger, TimeProvider clock)
{
    /// <summary>The alert first, then the mark that it was told: told twice, it is still one alert.</summary>
    public async Task TellAsync(DeliveryRecord row, CancellationToken cancellationToken)
    {
        if (row.ToldAt is not null || !NeedsPerson(row))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var body = JsonSerializer.Serialize(new DeliverMessage(row.Period, row.Id) { Retry = true }, WorkQueues.Json);
        var work = new WorkItem(WorkQueues.DeliverQueue, body);
        await alerts.RaiseAsync(new Alert(work.Id, work.Queue, work.Job, work.Subject, work.Body, AlertState.Open, row.Attempts, now, now, row.LastError), cancellationToken);
        await ledger.ChangeAsync(row.Id, seen => DeliveryChanges.Tell(seen, now), cancellationToken);
    }

    /// <summary>Given up, or lost in a mailer that will never tell.</summary>
    private static bool NeedsPerson(DeliveryRecord row) =>
        row.State == DeliveryState.Failed || (row.State == DeliveryState.Unknown && UnknownRules.Of(row.Mailer) == UnknownRule.NeverAgain);
}
