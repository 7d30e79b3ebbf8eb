using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class OperationRoutes(GetOperation operation, StartBuild build, StartSend send)
{
    [Function("GetOperation")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OperationPaths.OneTemplate)] HttpRequest request, string id) =>
        operation.RunAsync(request, id);

    [Function("BuildReport")]
    public Task<IResult> BuildAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OperationPaths.BuildTemplate)] HttpRequest request, string kind, string period) =>
        build.RunAsync(request, kind, period);

    [Function("SendReport")]
    public Task<IResult> SendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OperationPaths.SendTemplate)] HttpRequest request, string kind, string period) =>
        send.RunAsync(request, kind, period);
}
