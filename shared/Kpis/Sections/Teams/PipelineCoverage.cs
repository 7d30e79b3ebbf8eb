using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>
/// Σ open amount × stage probability of the deals expected to close in <c>[end, end + 3 months)</c> ÷ the revenue target of the same
/// days. Source: metrics.md, monthly report 5.
/// </summary>
public static class PipelineCoverage
{
    private const int MonthsAhead = 3;

    /// <summary>Coverage is by amount: the share whose probability is known; by count when a rate is missing.</summary>
    /// <param name="scope">Whose targets, such as <c>team:North</c>.</param>
    public static Figure Of(IEnumerable<DealLife> some, string scope, DealBook deals, SectionInputs inputs)
    {
        var end = inputs.Period.End;
        var expected = some.Where(life => life.IsOpen && ExpectedClose.AsOf(life.Deal, end) is { } day && day >= end && day < end.AddMonths(MonthsAhead)).ToList();
        var usable = expected.Where(life => life.Amount is not null && deals.ProbabilityOf(life) is not null).ToList();
        var target = deals.All.Count == 0 ? null : TargetBetween(end, end.AddMonths(MonthsAhead), scope, inputs);
        if (target is null || (expected.Count > 0 && usable.Count == 0))
        {
            return Figure.Undefined("ratio", WhyNot(target, deals, expected), inputs.Settings);
        }

        return Figure.Ratio(
            usable.Sum(life => life.Amount!.Value * deals.ProbabilityOf(life)!.Value), target.Value, usable.Count, inputs.Settings,
            DealReasons.NoTargetAhead, Coverage(expected, usable), expected.TrueForAll(life => life.HasRate) ? DealReasons.NoStageProbability : Reason.NoRate);
    }

    private static Reason WhyNot(decimal? target, DealBook deals, List<DealLife> expected) =>
        deals.All.Count == 0 ? DealReasons.NoDeals
        : target is null ? DealReasons.NoTargetAhead
        : expected.Exists(life => life.Amount is not null) ? DealReasons.NoStageProbability
        : expected.Exists(life => life.HasRate) ? DealReasons.NothingOpen : Reason.NoRate;

    private static decimal Coverage(List<DealLife> expected, List<DealLife> usable) => expected.TrueForAll(life => life.HasRate)
        ? Measurement.Share(usable.Sum(life => life.Amount ?? 0), expected.Sum(life => life.Amount ?? 0))
        : Measurement.Share(usable.Count, expected.Count);

    /// <summary>Revenue targets of the months, by their working days where a month is touched in part; null when one has none.</summary>
    private static decimal? TargetBetween(DateOnly start, DateOnly end, string scope, SectionInputs inputs)
    {
        var book = new TargetBook(inputs.Targets, scope, inputs.Holidays);
        var revenue = new Revenue();
        decimal? sum = 0;
        for (var month = Period.MonthOf(start); month.Start < end; month = month.Back(-1))
        {
            var from = start > month.Start ? start : month.Start;
            var to = end < month.End ? end : month.End;
            var days = WorkingDays.Count(month.Start, month.End, inputs.Holidays);
            sum += book.For(revenue, month) * (days == 0 ? 0 : (decimal)WorkingDays.Count(from, to, inputs.Holidays) / days);
        }

        return sum;
    }
}
