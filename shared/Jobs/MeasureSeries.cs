using SalesReports.Kpis;
using SalesReports.Kpis.Series;
using SalesReports.Rollups;

namespace SalesReports.Jobs;

/// <summary>A metric over time, from rollups.</summary>
public sealed class MeasureSeries(ReportReader reader)
{
    /// <summary>Longer ranges are asked for in parts.</summary>
    public const int MostDays = 1_100;

    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included.</param>
    public async Task<IReadOnlyList<SeriesPoint>> RunAsync(
        HeadlineMetric metric, DateOnly from, DateOnly to, SeriesGrain grain, SeriesDimension by, string scope, CancellationToken cancellationToken)
    {
        var buckets = SeriesBucket.Between(from, to, grain);
        if (buckets.Count == 0)
        {
            return [];
        }

        var (start, end) = (buckets[0].Start, buckets[^1].End);
        var needs = buckets[0].Period is { } period ? metric.NeedsFrom(period) : start;
        return MetricSeries.Of(metric, buckets, by, await reader.ReadSeriesAsync(start, end, needs < start ? needs : start, scope, cancellationToken));
    }
}
