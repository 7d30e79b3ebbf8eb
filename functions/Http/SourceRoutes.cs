using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class SourceRoutes(AdministerSources sources, ImportFile import)
{
    [Function("ListSources")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SourcePaths.AllTemplate)] HttpRequest request) => sources.ListAsync(request);

    [Function("PullSource")]
    public Task<IResult> PullAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SourcePaths.PullTemplate)] HttpRequest request, string name) =>
        sources.PullAsync(request, name);

    [Function("ImportFile")]
    public Task<IResult> ImportAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SourcePaths.ImportTemplate)] HttpRequest request, string kind) =>
        import.RunAsync(request, kind);
}
