using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every five minutes: carry on the deliveries that a dead worker or a lost message left.</summary>
public sealed class DeliveryTimer(ScheduledWork work)
{
    [Function(nameof(DeliveryTimer))]
    public Task RunAsync([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.SettleDeliveriesAsync(cancellationToken);
}
