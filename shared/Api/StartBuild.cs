using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>POST /reports/{kind}/{period}/build: the report is built anew by a worker.</summary>
public sealed class StartBuild(Gate gate, StartedWork started, WorkQueues queues, BusinessZone zone, TimeProvider clock)
{
    public Task<IResult> RunAsync(HttpRequest request, string kind, string period) => gate.AdmitAsync(request, OperationPaths.Build, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, OperationPaths.Build);
        var known = PeriodQuery.Over(kind, period, zone.Today(clock));
        return await started.RunAsync(request, caller, "build", known.Name, operation => queues.BuildAsync(known, null, operation, cancellationToken), cancellationToken);
    });
}
