using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /reports/{kind}/{period}: the JSON of a report, the very bytes that were stored.</summary>
public sealed class GetReport
{
    private readonly Gate _gate;
    private readonly ServedReports _reports;
    private readonly ReportFinder _finder;

    public GetReport(Gate gate, ServedReports reports, BusinessZone zone, TimeProvider clock) =>
        (_gate, _reports, _finder) = (gate, reports, new ReportFinder(reports, zone, clock));

    public Task<IResult> RunAsync(HttpRequest request, string kind, string period) => _gate.AdmitAsync(request, Routes.Report, async (caller, cancellationToken) =>
    {
        var report = await _finder.FindAsync(kind, period, new Query(request, Routes.Report), caller, cancellationToken);
        var tag = Answers.TagOf(report, "json");
        if (Answers.IsHeldByCaller(request, tag))
        {
            return Answers.NotModified;
        }

        var bytes = await _reports.ReadFileAsync(report, "report.json", cancellationToken)
            ?? throw new InvalidOperationException($"Revision {report.Revision} of {report.Period} has no report.json.");
        return Answers.File(bytes, "application/json; charset=utf-8", tag);
    });
}
