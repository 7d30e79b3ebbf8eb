using Microsoft.AspNetCore.Http;
using SalesReports.Delivery;

namespace SalesReports.Api;

/// <summary>/recipients: who gets what. Every change has its entry in the audit trail.</summary>
public sealed class AdministerRecipients(Gate gate, Delivery.Recipients recipients, RecipientTable table, RecipientRules rules)
{
    public Task<IResult> ListAsync(HttpRequest request) => gate.AdmitAsync(request, RecipientPaths.List, async (_, cancellationToken) =>
    {
        var query = new Query(request, RecipientPaths.List);
        var all = (await recipients.AllAsync(cancellationToken)).OrderBy(recipient => recipient.Id, StringComparer.Ordinal);
        var (items, cursor) = Pages.Of(all, recipient => recipient.Id, query);
        return Answers.Private(request, new RecipientList([.. items.Select(RecipientAnswer.Of)], cursor));
    });

    public Task<IResult> AddAsync(HttpRequest request) => gate.AdmitAsync(request, RecipientPaths.Add, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, RecipientPaths.Add);
        var fields = Checked(await JsonBody.ReadAsync<RecipientDraft>(request, RecipientPaths.Add, cancellationToken));

        // Whoever the configuration names comes first: their address is taken.
        await recipients.AllAsync(cancellationToken);
        var added = await table.AddAsync(fields, caller.Name, cancellationToken) ?? throw new ProblemException(Problems.AddressTaken);
        request.HttpContext.Response.Headers.Location = $"{Routes.Prefix}{RecipientPaths.AllTemplate}/{added.Id}";
        return Answer(request, added, StatusCodes.Status201Created);
    });

    public Task<IResult> GetAsync(HttpRequest request, string id) => gate.AdmitAsync(request, RecipientPaths.Get, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, RecipientPaths.Get);
        return Answer(request, await FindAsync(id, cancellationToken));
    });

    public Task<IResult> ReplaceAsync(HttpRequest request, string id) => gate.AdmitAsync(request, RecipientPaths.Replace, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, RecipientPaths.Replace);
        var fields = Checked(await JsonBody.ReadAsync<RecipientDraft>(request, RecipientPaths.Replace, cancellationToken));
        return await ChangeAsync(request, id, before => fields with { Status = before.Status }, "recipient.updated", caller, cancellationToken);
    });

    public Task<IResult> DeleteAsync(HttpRequest request, string id) => gate.AdmitAsync(request, RecipientPaths.Delete, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, RecipientPaths.Delete);
        var before = await FindAsync(id, cancellationToken);
        Precondition.Check(request, before.ETag);
        return await table.DeleteAsync(before, caller.Name, cancellationToken) ? Results.NoContent() : throw new ProblemException(Problems.ChangedMeanwhile);
    });

    public Task<IResult> PauseAsync(HttpRequest request, string id) => SetStatusAsync(request, id, RecipientPaths.Pause, RecipientStatus.Paused, "recipient.paused");

    public Task<IResult> ResumeAsync(HttpRequest request, string id) => SetStatusAsync(request, id, RecipientPaths.Resume, RecipientStatus.Active, "recipient.resumed");

    private Task<IResult> SetStatusAsync(HttpRequest request, string id, Route route, RecipientStatus status, string action) => gate.AdmitAsync(request, route, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, route);
        return await ChangeAsync(request, id, before => before with { Status = status }, action, caller, cancellationToken);
    });

    private async Task<IResult> ChangeAsync(HttpRequest request, string id, Func<Recipient, Recipient> change, string action, Caller caller, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken);
        Precondition.Check(request, before.ETag);
        var result = await table.ChangeAsync(before, change(before), action, caller.Name, cancellationToken);
        return result switch
        {
            { Status: ChangeStatus.Changed, Recipient: { } now } => Answer(request, now),
            { Status: ChangeStatus.AddressTaken } => throw new ProblemException(Problems.AddressTaken),
            _ => throw new ProblemException(Problems.ChangedMeanwhile),
        };
    }

    private async Task<Recipient> FindAsync(string id, CancellationToken cancellationToken) =>
        (await recipients.AllAsync(cancellationToken)).FirstOrDefault(recipient => recipient.Id == id)
        ?? throw new ProblemException(Problems.NoSuch("recipient", "recipients", "id", id));

    private Recipient Checked(RecipientDraft draft)
    {
        var (recipient, problems) = rules.Check(draft);
        return recipient ?? throw new ProblemException(Problems.InvalidField(
            problems[0].Field, problems[0].Value, string.Join(' ', problems.Select(problem => problem.Message)), problems[0].Accepted));
    }

    private static IResult Answer(HttpRequest request, Recipient recipient, int status = StatusCodes.Status200OK)
    {
        request.HttpContext.Response.Headers.ETag = Precondition.TagOf(recipient.ETag).ToString();
        return Answers.Private(request, RecipientAnswer.Of(recipient), status);
    }
}
