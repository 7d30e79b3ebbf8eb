namespace SalesReports.Delivery;

/// <summary>
/// Who gets which revision of a period's reports, decided once: whoever plans the same period later, or at the same time, follows
/// it, so that nobody gets two.
/// </summary>
/// <param name="Period">The period's name, or a day for the alarm.</param>
/// <param name="IsQueued">Every delivery of it was put on the queue.</param>
public sealed record DeliveryPlan(string Kind, string Period, DateTimeOffset MadeAt, IReadOnlyList<PlannedDelivery> Deliveries, bool IsQueued)
{
    public IReadOnlyList<DeliveryRecord> Rows() => [.. Deliveries.Select(planned => new DeliveryRecord
    {
        Id = DeliveryId.Of(Kind, Period, planned.Scope, planned.Revision, planned.RecipientId),
        Kind = Kind,
        Period = Period,
        Scope = planned.Scope,
        RecipientId = planned.RecipientId,
        Revision = planned.Revision,
    })];
}

public sealed record PlannedDelivery(string RecipientId, string Scope, int Revision);
