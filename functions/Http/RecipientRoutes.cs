using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class RecipientRoutes(AdministerRecipients recipients, TryRecipient attempt)
{
    [Function("ListRecipients")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RecipientPaths.AllTemplate)] HttpRequest request) =>
        recipients.ListAsync(request);

    [Function("AddRecipient")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RecipientPaths.AllTemplate)] HttpRequest request) =>
        recipients.AddAsync(request);

    [Function("GetRecipient")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RecipientPaths.OneTemplate)] HttpRequest request, string id) =>
        recipients.GetAsync(request, id);

    [Function("ReplaceRecipient")]
    public Task<IResult> ReplaceAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = RecipientPaths.OneTemplate)] HttpRequest request, string id) =>
        recipients.ReplaceAsync(request, id);

    [Function("DeleteRecipient")]
    public Task<IResult> DeleteAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RecipientPaths.OneTemplate)] HttpRequest request, string id) =>
        recipients.DeleteAsync(request, id);

    [Function("PauseRecipient")]
    public Task<IResult> PauseAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RecipientPaths.PauseTemplate)] HttpRequest request, string id) =>
        recipients.PauseAsync(request, id);

    [Function("ResumeRecipient")]
    public Task<IResult> ResumeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RecipientPaths.ResumeTemplate)] HttpRequest request, string id) =>
        recipients.ResumeAsync(request, id);

    [Function("PreviewRecipient")]
    public Task<IResult> PreviewAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RecipientPaths.PreviewTemplate)] HttpRequest request, string id) =>
        attempt.PreviewAsync(request, id);

    [Function("TestRecipient")]
    public Task<IResult> TestAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RecipientPaths.TestTemplate)] HttpRequest request, string id) =>
        attempt.TestAsync(request, id);
}
