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

    /// <summary>
    /// The days it was created and closed, as far as they are known, and once it is closed the last day on which anything of it
    /// changed: from there on it rests.
    /// </summary>
    public override IReadOnlyList<DateOnly> Days =>
        [.. new[] { CreatedAt, ClosedAt, Outcome == Outcome.Open ? null : LastChange }.OfType<Moment>().Select(moment => moment.Day).Distinct().Order()];

    private Moment? LastChange => StageHistory.Select(entry => entry.EnteredAt)
        .Concat(ExpectedCloseHistory.Select(change => change.ChangedAt))
        .Concat(AmountHistory.Select(change => change.ChangedAt))
        .Concat(OutcomeHistory.Select(change => change.ChangedAt))
        .Select(moment => (Moment?)moment)
        .Max();
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
