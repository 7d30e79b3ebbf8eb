using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>A deal between two of its events.</summary>
/// <param name="Exists">Created and not removed.</param>
/// <param name="Amount">In the reporting currency; null when not known.</param>
/// <param name="WasPriced">Its amount was known before, if only once.</param>
public sealed record DealState(bool Exists, Outcome Outcome, decimal? Amount, bool WasPriced)
{
    public static DealState NotYet { get; } = new(false, Outcome.Open, null, false);

    public bool IsOpen => Exists && Outcome == Outcome.Open;

    /// <summary>What it adds to the pipeline.</summary>
    public decimal InPipeline => IsOpen ? Amount ?? 0 : 0;

    public DealState After(DealEvent happened) => happened.Kind switch
    {
        DealEventKind.Created => this with { Exists = true },
        DealEventKind.Amount => this with { Amount = happened.Amount, WasPriced = WasPriced || happened.Amount is not null },
        DealEventKind.Outcome => this with { Outcome = happened.Outcome },
        DealEventKind.Removed => this with { Exists = false },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "Not an event of a deal."),
    };

    /// <summary>The state as the day begins: with all that happened on the days before it.</summary>
    public static DealState AsOf(IReadOnlyList<DealEvent> events, DateOnly day) =>
        events.TakeWhile(e => e.At.Day < day).Aggregate(NotYet, (state, e) => state.After(e));
}
