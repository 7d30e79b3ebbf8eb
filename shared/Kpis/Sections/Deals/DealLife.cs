using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>A deal as it stood at a report's end, with its way there.</summary>
/// <param name="Events">What happened to it, also after the end; null when a day that matters is not known.</param>
/// <param name="Stays">Its stays in stages before the end.</param>
/// <param name="HasRate">Its amounts can be converted at the rate of the creation day; without, they are not in any sum.</param>
/// <param name="AtEnd">Its state; <see cref="DealState.NotYet"/> without events.</param>
/// <param name="OutcomeAtEnd">Also known without a day of creation; null when it closed on an unknown day.</param>
public sealed record DealLife(
    Opportunity Deal, IReadOnlyList<DealEvent>? Events, IReadOnlyList<StageStay> Stays, bool HasRate, DealState AtEnd, Outcome? OutcomeAtEnd)
{
    public bool IsOpen => AtEnd.IsOpen;

    /// <summary>Open amount in the reporting currency; null when it is not known or cannot be converted.</summary>
    public decimal? Amount => HasRate ? AtEnd.Amount : null;

    /// <summary>The stay that lasts at the end; null without a stage history.</summary>
    public StageStay? Stay => IsOpen && Stays.Count > 0 && Stays[^1].Left is null ? Stays[^1] : null;
}
