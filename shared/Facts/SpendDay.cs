using SalesReports.Measures;

namespace SalesReports.Facts;

/// <summary>What one channel (and campaign) cost on one day.</summary>
public sealed record SpendDay : Fact
{
    public required DateOnly Day { get; init; }

    public required string Channel { get; init; }

    public required decimal Amount { get; init; }

    public string? Campaign { get; init; }

    public Currency? Currency { get; init; }

    public long? Impressions { get; init; }

    public long? Clicks { get; init; }

    public long? Leads { get; init; }

    public override FactKind Kind => FactKind.Spend;

    public override IReadOnlyList<DateOnly> Days => [Day];
}
