using SalesReports.Calendar;
using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>Σ open amount × stage probability of the deals expected to close in a month. Source: metrics.md, 14.</summary>
/// <param name="Weighted">Null when no deal is known at all.</param>
/// <param name="WithoutPhantoms">The same without the phantoms.</param>
/// <param name="LeftOut">Deals expected in the month whose probability, amount or rate is not known.</param>
internal sealed record MonthlyPipeline(decimal? Weighted, decimal? WithoutPhantoms, int LeftOut)
{
    public static MonthlyPipeline Of(Period month, DealBook deals)
    {
        if (deals.All.Count == 0)
        {
            return new MonthlyPipeline(null, null, 0);
        }

        var expected = deals.Open.Where(life => ExpectedClose.AsOf(life.Deal, deals.End) is { } day && month.Contains(day)).ToList();
        var weighted = expected.Select(life => (Life: life, Amount: life.Amount * deals.ProbabilityOf(life))).Where(entry => entry.Amount is not null).ToList();
        return new MonthlyPipeline(
            weighted.Sum(entry => entry.Amount!.Value), weighted.Where(entry => deals.ReasonsOf(entry.Life).Count == 0).Sum(entry => entry.Amount!.Value), expected.Count - weighted.Count);
    }
}
