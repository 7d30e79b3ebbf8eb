using SalesReports.Calendar;

namespace SalesReports.Facts;

/// <summary>Somebody who showed interest, filed under the day of creation.</summary>
public sealed record Lead : Fact
{
    public required Moment CreatedAt { get; init; }

    public required string LeadSource { get; init; }

    public string? Campaign { get; init; }

    public LeadStatus Status { get; init; }

    public string? DisqualifiedReason { get; init; }

    public Moment? FirstContactAt { get; init; }

    public Moment? ConvertedAt { get; init; }

    public string? OpportunityId { get; init; }

    public string? CustomerId { get; init; }

    public string? OwnerId { get; init; }

    public override FactKind Kind => FactKind.Leads;

    public override IReadOnlyList<DateOnly> Days => [CreatedAt.Day];
}

public enum LeadStatus
{
    New,
    Qualified,
    Disqualified,
    Converted,
}
