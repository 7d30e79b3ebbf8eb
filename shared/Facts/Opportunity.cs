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

    /// <summary>More days than this are not filed: all rows of a change must fit one transaction, those it leaves and those it comes to.</summary>
    private const int MostDays = 24;

    /// <summary>
    /// The days it was created and closed, and those on which it entered a stage or changed its outcome, as far as they are known;
    /// of very many the latest.
    /// </summary>
    public override IReadOnlyList<DateOnly> Days
    {
        get
        {
            var ends = new[] { CreatedAt, ClosedAt }.OfType<Moment>().Select(moment => moment.Day).Distinct().ToList();
            var moves = StageHistory.Select(entry => entry.EnteredAt.Day).Concat(OutcomeHistory.Select(change => change.ChangedAt.Day));
            return [.. ends.Concat(moves.Distinct().Except(ends).OrderDescending().Take(MostDays - ends.Count)).Order()];
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
