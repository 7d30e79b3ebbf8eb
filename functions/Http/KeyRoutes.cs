using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class KeyRoutes(AdministerKeys keys, ListAudit audit)
{
    [Function("ListKeys")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = KeyPaths.AllTemplate)] HttpRequest request) => keys.ListAsync(request);

    [Function("AddKey")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = KeyPaths.AllTemplate)] HttpRequest request) => keys.AddAsync(request);

    [Function("DeleteKey")]
    public Task<IResult> DeleteAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = KeyPaths.OneTemplate)] HttpRequest request, string id) =>
        keys.DeleteAsync(request, id);

    [Function("ListAudit")]
    public Task<IResult> AuditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = KeyPaths.AuditTemplate)] HttpRequest request) => audit.RunAsync(request);
}
