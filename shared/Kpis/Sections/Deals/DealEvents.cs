using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>
/// What happened to a deal, in the order of time, from its histories and, where they are silent, from what it is now. Nothing
/// comes before the creation. Source: metrics.md, 7 and settled readings.
/// </summary>
public static class DealEvents
{
    /// <summary>All events; null when the day of creation, closing, reopening or removal is not known: then no pipeline can hold the deal.</summary>
    /// <param name="convert">An amount in the reporting currency, at the rate of the creation day.</param>
    public static IReadOnlyList<DealEvent>? Of(Opportunity deal, BusinessZone zone, Func<decimal, decimal> convert)
    {
        if (deal.CreatedAt is not { } created || Outcomes(deal, zone) is not { } outcomes || (deal.Deleted && deal.ModifiedAt is null))
        {
            return null;
        }

        var events = Amounts(deal, created, convert).Concat(outcomes);
        if (Removal(deal, zone) is { } removed)
        {
            events = events.Append(new DealEvent(removed, DealEventKind.Removed));
        }

        return
        [
            new DealEvent(created, DealEventKind.Created),
            .. events.Select(e => e with { At = Later(e.At, created) }).OrderBy(e => e.At).ThenBy(e => e.Kind),
        ];
    }

    /// <summary>
    /// Won, lost and open again, in the order of time; null when the day of the last of them is unknown. The last close falls on
    /// <c>closed_at</c>, as it does for the conversion rate.
    /// </summary>
    public static IReadOnlyList<DealEvent>? Outcomes(Opportunity deal, BusinessZone zone)
    {
        var history = Told(deal);
        var last = history.Count == 0 ? Outcome.Open : history[^1].Outcome;
        if (last != deal.Outcome)
        {
            Moment? since = deal.Outcome != Outcome.Open ? deal.ClosedAt : deal.ModifiedAt is { } modified ? Moment.At(modified, zone) : null;
            return since is { } at ? [.. history, Became(at, deal.Outcome)] : null;
        }

        if (last != Outcome.Open && deal.ClosedAt is { } closed)
        {
            history[^1] = Became(history.Count > 1 ? Later(closed, history[^2].At) : closed, last);
        }

        return history;
    }

    /// <summary>The outcomes of the history alone, in the order of time.</summary>
    public static List<DealEvent> Told(Opportunity deal) => [.. deal.OutcomeHistory.OrderBy(change => change.ChangedAt).Select(change => Became(change.ChangedAt, change.Value))];

    /// <summary>The day a deleted deal was taken out; null when it is still there or nobody knows.</summary>
    public static Moment? Removal(Opportunity deal, BusinessZone zone) => deal is { Deleted: true, ModifiedAt: { } at } ? Moment.At(at, zone) : null;

    private static IEnumerable<DealEvent> Amounts(Opportunity deal, Moment created, Func<decimal, decimal> convert)
    {
        if (deal.AmountHistory.Count > 0)
        {
            return deal.AmountHistory.OrderBy(change => change.ChangedAt).Select(change => new DealEvent(change.ChangedAt, DealEventKind.Amount, change.Value is { } value ? convert(value) : null));
        }

        return deal.Amount is { } amount ? [new DealEvent(created, DealEventKind.Amount, convert(amount))] : [];
    }

    private static DealEvent Became(Moment at, Outcome outcome) => new(at, DealEventKind.Outcome, Outcome: outcome);

    private static Moment Later(Moment left, Moment right) => left > right ? left : right;
}
