using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Funnel;

/// <summary>How deals left one stage in the period. Source: metrics.md, 7.</summary>
/// <param name="Pipeline">Null when neither the deals nor the stages tell.</param>
/// <param name="Position">Null for a stage that is not among the configured ones.</param>
/// <param name="Rate">Forward ÷ exits; null without an exit.</param>
/// <param name="MedianDays">Median of the whole days that the stays which ended had lasted; null without one.</param>
/// <param name="Interval">95 % of the rate; null without an exit.</param>
public sealed record FunnelStage(
    string? Pipeline, string Stage, int? Position, int Exits, int Forward, int Back, int Lost, decimal? Rate, decimal? MedianDays, Interval? Interval, bool SmallSample)
{
    /// <param name="exits">Stays in this stage that ended in the period.</param>
    public static FunnelStage Of(StageKey key, int? position, IReadOnlyList<StageStay> exits, MetricSettings settings)
    {
        var forward = Count(StageExit.Forward);
        return new FunnelStage(
            key.Pipeline, key.Name, position, exits.Count, forward, Count(StageExit.Back), Count(StageExit.Lost),
            exits.Count == 0 ? null : (decimal)forward / exits.Count,
            Statistics.Median([.. exits.Select(stay => (decimal)stay.Days!.Value).Order()]),
            Statistics.Wilson(forward, exits.Count),
            exits.Count < settings.MinimumSample);

        int Count(StageExit how) => exits.Count(stay => stay.Exit == how);
    }
}
