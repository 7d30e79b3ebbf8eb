using SalesReports.Kpis;
using SalesReports.Kpis.Series;

namespace SalesReports.Api;

/// <summary>Reads what a request says of metrics and time series.</summary>
internal static class MetricQuery
{
    public static readonly IReadOnlyList<string> Metrics = [.. HeadlineMetrics.All.Select(metric => metric.Id)];
    public static readonly IReadOnlyList<string> Grains = Names<SeriesGrain>();
    public static readonly IReadOnlyList<string> Dimensions = [.. Names<SeriesDimension>().Where(name => name != "none")];

    /// <exception cref="ProblemException">There is no such metric.</exception>
    public static HeadlineMetric MetricOf(string id) => HeadlineMetrics.All.FirstOrDefault(metric => metric.Id == id)
        ?? throw Query.Refused("metric", id, string.Join(" or ", Metrics), Metrics);

    /// <exception cref="ProblemException">Not a grain, or not one of this metric.</exception>
    public static SeriesGrain GrainOf(Query query, HeadlineMetric metric)
    {
        IReadOnlyList<string> accepted = [.. MetricSeries.GrainsOf(metric).Select(Name)];
        return Parse<SeriesGrain>(query.OneOf("grain", accepted) ?? "month");
    }

    /// <exception cref="ProblemException">Not a dimension, or not one that this metric splits by.</exception>
    public static SeriesDimension DimensionOf(Query query, HeadlineMetric metric)
    {
        IReadOnlyList<string> accepted = [.. MetricSeries.DimensionsOf(metric).Select(Name)];
        return query.Text("by") is { } text && accepted.Count == 0
            ? throw Query.Refused("by", text, $"for {metric.Id} no split", [])
            : Parse<SeriesDimension>(query.OneOf("by", accepted) ?? "none");
    }

    private static IReadOnlyList<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Name)];

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Parse<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name, ignoreCase: true);
}
