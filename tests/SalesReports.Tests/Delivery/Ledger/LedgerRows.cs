using SalesReports.Calendar;
using SalesReports.Delivery;

namespace SalesReports.Tests.Delivery.Ledger;

/// <summary>Made rows of the ledger.</summary>
internal static class LedgerRows
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));

    public static DeliveryRecord In(DeliveryState state, string? claim = "c1") => new()
    {
        Id = DeliveryId.Of(Week, "company", 1, "anna"),
        Kind = "weekly",
        Period = Week.Name,
        Scope = "company",
        RecipientId = "anna",
        Revision = 1,
        State = state,
        Claim = claim,
        QueuedAt = Now,
    };
}
