using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Series;

namespace SalesReports.Api;

/// <summary>GET /metrics/{metric}: a time series for dashboards, as JSON or CSV.</summary>
public sealed class GetMetric(Gate gate, MeasureSeries measure, BusinessZone zone, TimeProvider clock)
{
    private const string Csv = "text/csv";
    internal static readonly string[] Forms = [RouteParts.Json, Csv];

    public Task<IResult> RunAsync(HttpRequest request, string metric) => gate.AdmitAsync(request, Routes.Metrics, async (caller, cancellationToken) =>
    {
        var query = new Query(request, Routes.Metrics);
        var asked = MetricQuery.MetricOf(metric);
        var (grain, by) = (MetricQuery.GrainOf(query, asked), MetricQuery.DimensionOf(query, asked));
        var (from, to) = Range(query);
        var scope = ReportScope.Of(caller, query.Text("scope"));
        var form = Negotiation.BestType(Forms, request.GetTypedHeaders().Accept) ?? throw new ProblemException(Problems.NoSeries(request.Headers.Accept));
        var points = await measure.RunAsync(asked, from, to, grain, by, scope, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        request.HttpContext.Response.Headers.Vary = "Accept, " + ApiKeys.Header;
        return form == Csv ? Results.Text(SeriesCsv.Write(points), Csv + "; charset=utf-8") : Answers.Json(Of(asked, scope, grain, by, points));
    });

    /// <summary>By default the last thirteen complete months; only days that are over count.</summary>
    private (DateOnly From, DateOnly To) Range(Query query)
    {
        var yesterday = zone.Today(clock).AddDays(-1);
        var to = query.Day("to") ?? Period.LastCompleteBy(PeriodKind.Monthly, yesterday.AddDays(1)).LastDay;
        var from = query.Day("from") ?? Period.MonthOf(to).Back(12).Start;
        if (to > yesterday)
        {
            throw Query.Refused("to", Words.Of(to), $"a day that is over, up to {Words.Of(yesterday)}", [Words.Of(yesterday)]);
        }

        return from <= to && to.DayNumber - from.DayNumber < MeasureSeries.MostDays
            ? (from, to)
            : throw Query.Refused("from", Words.Of(from), $"a day up to {Words.Of(to)} and at most {Words.Of(MeasureSeries.MostDays)} days before it", [Words.Of(to)]);
    }

    private static MetricSeriesAnswer Of(HeadlineMetric metric, string scope, SeriesGrain grain, SeriesDimension by, IReadOnlyList<SeriesPoint> points) => new(
        metric.Id,
        scope,
        grain.ToString().ToLowerInvariant(),
        by == SeriesDimension.None ? null : by.ToString().ToLowerInvariant(),
        metric.DefinitionVersion,
        [.. points.Select(point => new MetricPoint(point.Bucket.Name, point.Bucket.Start, point.Bucket.End, point.Id, point.Name, point.Figure))]);
}

/// <param name="By">Null for the whole.</param>
public sealed record MetricSeriesAnswer(string Metric, string Scope, string Grain, string? By, int DefinitionVersion, IReadOnlyList<MetricPoint> Points);

/// <param name="Period"><c>2026-11-17</c>, <c>2026-W47</c> or <c>2026-11</c>.</param>
/// <param name="End">First day after it.</param>
/// <param name="Id">Null for the whole, and for what names no rep, team, channel, category or source.</param>
public sealed record MetricPoint(string Period, DateOnly Start, DateOnly End, string? Id, string? Name, Figure Figure);
