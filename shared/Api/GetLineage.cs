using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Reports;
using SalesReports.Reports.Lineage;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /reports/{kind}/{period}/lineage/{metric}: what a figure was made of.</summary>
public sealed class GetLineage
{
    private readonly Gate _gate;
    private readonly ServedReports _reports;
    private readonly ReportFinder _finder;
    private readonly TraceFigure _trace;

    public GetLineage(Gate gate, ServedReports reports, TraceFigure trace, BusinessZone zone, TimeProvider clock) =>
        (_gate, _reports, _trace, _finder) = (gate, reports, trace, new ReportFinder(reports, zone, clock));

    public Task<IResult> RunAsync(HttpRequest request, string kind, string period, string metric) => _gate.AdmitAsync(request, Routes.Lineage, async (caller, cancellationToken) =>
    {
        var query = new Query(request, Routes.Lineage);
        var asked = MetricQuery.MetricOf(metric);
        var take = query.Number("limit", 1, Routes.MostRows) ?? Routes.DefaultRows;
        var stored = await _finder.FindAsync(kind, period, query, caller, cancellationToken);
        var bytes = await _reports.ReadFileAsync(stored, BuildReport.ReportFile, cancellationToken)
            ?? throw new InvalidOperationException($"Revision {stored.Revision} of {stored.Period} has no {BuildReport.ReportFile}.");
        var report = ReportJson.Read(bytes);
        return Answers.Json(Of(report, asked, await PageAsync(asked, stored, query.Text("cursor"), take, cancellationToken)));
    });

    private async Task<TracePage> PageAsync(HeadlineMetric metric, StoredReport report, string? cursor, int take, CancellationToken cancellationToken)
    {
        try
        {
            return await _trace.RunAsync(metric, report.Period, report.Scope, cursor, take, cancellationToken);
        }
        catch (FormatException)
        {
            throw Query.Refused("cursor", cursor ?? "", "what the page before gave back", []);
        }
    }

    private static FigureLineage Of(Report report, HeadlineMetric metric, TracePage page)
    {
        var figure = report.Metrics.Single(own => own.Id == metric.Id);
        var (start, end) = Contributions.WindowOf(metric, report.Period is var name && Period.TryParse(name, out var period) ? period : throw new FormatException($"{name} is no period."));
        return new FigureLineage(
            metric.Id, report.Period, report.Scope, report.Revision, report.BuiltAt, figure.DefinitionVersion, figure.Value, figure.Unit, figure.Numerator, figure.Denominator,
            figure.N, figure.Coverage, figure.Status, figure.Reason, start, end, report.Sources, page.Rows, page.Cursor);
    }
}

/// <summary>A figure as its report shows it, and the rows it was made of as they are stored now; a later revision may come when they differ.</summary>
/// <param name="Start">First day whose rows count.</param>
/// <param name="End">First day after them.</param>
/// <param name="Sources">How far each source had been pulled when the report was built.</param>
public sealed record FigureLineage(
    string Metric,
    string Period,
    string Scope,
    int Revision,
    DateTimeOffset BuiltAt,
    int DefinitionVersion,
    decimal? Value,
    string Unit,
    decimal? Numerator,
    decimal? Denominator,
    int N,
    decimal Coverage,
    string Status,
    string? Reason,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<SourceState> Sources,
    IReadOnlyList<ContributingRow> Rows,
    string? Cursor);
