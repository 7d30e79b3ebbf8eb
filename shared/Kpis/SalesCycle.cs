using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>
/// Median of business day closed − business day created, whole days, of the opportunities won; mean and 80th percentile beside it.
/// Negative durations are findings and no input; a missing creation day counts against coverage.
/// </summary>
public sealed class SalesCycle : HeadlineMetric
{
    public override string Id => "sales_cycle";

    public override LocalText Name { get; } = new("Durée du cycle de vente", "Sales cycle");

    public override MetricUnit Unit => MetricUnit.Days;

    public override bool FavourableUp => false;

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings) => Of(history.Between(start, end));

    /// <summary>Of won deals with a day of closing. Negative durations leave both sides of coverage, a missing creation day counts against it.</summary>
    public static Measurement Of(IReadOnlyCollection<Opportunity> won) => Of(Figures.None with
    {
        CycleDays = [.. won.Where(deal => deal.CreatedAt is not null).Select(deal => deal.ClosedAt!.Value.Day.DayNumber - deal.CreatedAt!.Value.Day.DayNumber).Where(days => days >= 0)],
        WonWithoutCreation = won.Count(deal => deal.CreatedAt is null),
    });

    public static Measurement Of(Figures figures)
    {
        var days = figures.CycleDays.Select(d => (decimal)d).Order().ToList();
        var coverage = Measurement.Share(days.Count, days.Count + figures.WonWithoutCreation);
        if (Statistics.Median(days) is not { } median)
        {
            return Measurement.Undefined(Reason.NothingWon) with { Coverage = coverage };
        }

        return Measurement.Of(median, coverage, Reason.SomeCreationMissing) with
        {
            N = days.Count,
            Mean = days.Sum() / days.Count,
            Percentile80 = Statistics.Percentile(days, 0.8m),
        };
    }
}
