using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Facts;

/// <summary>A deal in a pipeline with what is known of its history. Its amount is never revenue: orders are.</summary>
public sealed record Opportunity : Fact
{
    public required string Stage { get; init; }

    public string? Name { get; init; }

    public string? CustomerId { get; init; }

    public string? RepId { get; init; }

    public string? Pipeline { get; init; }

    public string? Product { get; init; }

    public decimal? Amount { get; init; }

    public decimal? ListAmount { get; init; }

    public Currency? Currency { get; init; }

    public Moment? CreatedAt { get; init; }

    public Moment? ClosedAt { get; init; }

    public Outcome Outcome { get; init; }

    public DateOnly? ExpectedClose { get; init; }

    public string? LeadSource { get; init; }

    public bool? BudgetConfirmed { get; init; }

    public bool? DecisionMakerIdentified { get; init; }

    public DateOnly? DecisionDate { get; init; }

    public Moment? LastActivityAt { get; init; }

    public string? LostReason { get; init; }

    public IReadOnlyList<StageEntry> StageHistory { get; init; } = [];

    public IReadOnlyList<ExpectedCloseChange> ExpectedCloseHistory { get; init; } = [];

    public IReadOnlyList<AmountChange> AmountHistory { get; init; } = [];

    public IReadOnlyList<OutcomeChange> OutcomeHistory { get; init; } = [];

    public override FactKind Kind => FactKind.Opportunities;

    /// <summary>The day it was created and the day it closed, as far as they are known.</summary>
    public override IReadOnlyList<DateOnly> Days
    {
        get
        {
            var days = new SortedSet<DateOnly>();
            if (CreatedAt is { } created)
            {
                days.Add(created.Day);
            }

            if (ClosedAt is { } closed)
            {
                days.Add(closed.Day);
            }

            return [.. days];
        }
    }
}

public enum Outcome
{
    Open,
    Won,
    Lost,
}

public sealed record StageEntry(string Stage, Moment EnteredAt);

public sealed record ExpectedCloseChange(Moment ChangedAt, DateOnly? Value);

public sealed record AmountChange(Moment ChangedAt, decimal? Value);

public sealed record OutcomeChange(Moment ChangedAt, Outcome Value);
