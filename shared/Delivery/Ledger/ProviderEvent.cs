namespace SalesReports.Delivery;

/// <summary>What the provider says became of a message, some time after it took it.</summary>
/// <param name="DeliveryId">Our id, that travelled as a custom argument.</param>
/// <param name="Tells"><see cref="DeliveryState.Accepted"/>, <c>Deferred</c>, <c>Delivered</c>, <c>Dropped</c>, <c>Suppressed</c> or <c>Bounced</c>.</param>
/// <param name="Reason">As the provider words it; addresses are taken out here.</param>
public sealed record ProviderEvent(string DeliveryId, DeliveryState Tells, DateTimeOffset At, string? ProviderMessageId, string? Reason);
