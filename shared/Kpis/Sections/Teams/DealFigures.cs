using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>Figures of some of the deals. Source: metrics.md, monthly report 5.</summary>
internal static class DealFigures
{
    /// <summary>Won ÷ (won + lost), by count, of those closed in the period on the day of <c>closed_at</c>, as the headline has it.</summary>
    public static Figure WinRate(IEnumerable<DealLife> some, SectionInputs inputs)
    {
        var closed = some.Select(life => life.Deal)
            .Where(deal => deal is { Deleted: false, Outcome: Outcome.Won or Outcome.Lost, ClosedAt: { } at } && inputs.Period.Contains(at.Day))
            .ToList();
        return Figure.Rate(closed.Count(deal => deal.Outcome == Outcome.Won), closed.Count, inputs.Settings, Reason.NothingClosed);
    }

    /// <summary>Share of the open amount at the period's end. Deals without a rate leave both sums; coverage is then by count.</summary>
    public static Figure OpenShare(IEnumerable<DealLife> some, Func<DealLife, bool> isCounted, SectionInputs inputs)
    {
        var open = some.Where(life => life.IsOpen).ToList();
        var usable = open.Where(life => life.HasRate).ToList();
        return Figure.Ratio(
            usable.Where(isCounted).Sum(life => life.Amount ?? 0), usable.Sum(life => life.Amount ?? 0), usable.Count, inputs.Settings,
            open.Count > usable.Count && usable.Count == 0 ? Reason.NoRate : DealReasons.NothingOpen, Measurement.Share(usable.Count, open.Count), Reason.NoRate);
    }
}
