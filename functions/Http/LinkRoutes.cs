using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class LinkRoutes(OpenLink link, Unsubscribe unsubscribe, ReceiveEvents events)
{
    [Function("OpenLink")]
    public Task<IResult> OpenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.ReportTemplate)] HttpRequest request, string token) =>
        link.RunAsync(request, token);

    [Function("ShowUnsubscribe")]
    public Task<IResult> ShowUnsubscribeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.UnsubscribeTemplate)] HttpRequest request) =>
        unsubscribe.ShowAsync(request);

    [Function("Unsubscribe")]
    public Task<IResult> UnsubscribeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.UnsubscribeTemplate)] HttpRequest request) =>
        unsubscribe.ActAsync(request);

    [Function("ReceiveEvents")]
    public Task<IResult> EventsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.EventsTemplate)] HttpRequest request) =>
        events.RunAsync(request);
}
