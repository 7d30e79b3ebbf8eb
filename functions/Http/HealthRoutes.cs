using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class HealthRoutes(Health health)
{
    [Function("HealthLive")]
    public Task<IResult> LiveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.LiveTemplate)] HttpRequest request) =>
        health.LiveAsync(request);

    [Function("HealthReady")]
    public Task<IResult> ReadyAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReadyTemplate)] HttpRequest request) =>
        health.ReadyAsync(request);
}
