using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Facts;

/// <summary>A request for a price and what became of it, filed under the day of the request.</summary>
public sealed record Quote : Fact
{
    public required Moment RequestedAt { get; init; }

    public Moment? FirstAnsweredAt { get; init; }

    public Moment? AcceptedAt { get; init; }

    public string? RepId { get; init; }

    public string? CustomerId { get; init; }

    public decimal? Amount { get; init; }

    public Currency? Currency { get; init; }

    public override FactKind Kind => FactKind.Quotes;

    public override IReadOnlyList<DateOnly> Days => [RequestedAt.Day];
}
