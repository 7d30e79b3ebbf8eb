using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>Sends a built report to everybody who gets its kind, one message each.</summary>
public sealed class Deliver
{
    /// <summary>The addresses-free ids of the deliveries that the report's latest revision asks for.</summary>
    public Task<IReadOnlyList<string>> PlanAsync(Period period, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Sends one planned delivery.</summary>
    public Task<DeliveryOutcome> SendAsync(Period period, string deliveryId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
