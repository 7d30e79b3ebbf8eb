using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class DescriptionRoutes(DescribeApi description)
{
    [Function("GetOpenApi")]
    public Task<IResult> OpenApiAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OpenApiTemplate)] HttpRequest request) =>
        description.OpenApiAsync(request);

    [Function("GetDocs")]
    public Task<IResult> DocsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.DocsTemplate)] HttpRequest request) =>
        description.DocsAsync(request);

    [Function("GetReportSchema")]
    public Task<IResult> ReportSchemaAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReportSchemaTemplate)] HttpRequest request) =>
        description.ReportSchemaAsync(request);
}
