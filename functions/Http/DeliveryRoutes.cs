using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class DeliveryRoutes(AdministerDeliveries deliveries)
{
    [Function("ListDeliveries")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeliveryPaths.AllTemplate)] HttpRequest request) => deliveries.ListAsync(request);

    [Function("RetryDelivery")]
    public Task<IResult> RetryAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeliveryPaths.RetryTemplate)] HttpRequest request, string id) =>
        deliveries.RetryAsync(request, id);
}
