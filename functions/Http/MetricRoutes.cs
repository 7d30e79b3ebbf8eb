using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class MetricRoutes(GetMetric metrics)
{
    [Function("GetMetric")]
    public Task<IResult> MetricAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MetricTemplate)] HttpRequest request, string metric) =>
        metrics.RunAsync(request, metric);
}
