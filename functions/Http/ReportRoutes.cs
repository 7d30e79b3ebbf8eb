using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class ReportRoutes(ListReports list, GetReport report, GetDocument document, GetLineage lineage)
{
    [Function("ListReports")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReportsTemplate)] HttpRequest request) =>
        list.RunAsync(request);

    [Function("GetReport")]
    public Task<IResult> ReportAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReportTemplate)] HttpRequest request, string kind, string period) =>
        report.RunAsync(request, kind, period);

    [Function("GetDocument")]
    public Task<IResult> DocumentAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.DocumentTemplate)] HttpRequest request, string kind, string period) =>
        document.RunAsync(request, kind, period);

    [Function("GetLineage")]
    public Task<IResult> LineageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.LineageTemplate)] HttpRequest request, string kind, string period, string metric) =>
        lineage.RunAsync(request, kind, period, metric);
}
