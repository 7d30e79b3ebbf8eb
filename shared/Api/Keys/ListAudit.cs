using Microsoft.AspNetCore.Http;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /audit: who changed what that people administer, newest first.</summary>
public sealed class ListAudit(Gate gate, AuditTrail trail)
{
    public Task<IResult> RunAsync(HttpRequest request) => gate.AdmitAsync(request, KeyPaths.Audit, async (_, cancellationToken) =>
    {
        var query = new Query(request, KeyPaths.Audit);
        var (cursor, take) = (query.Cursor(), query.Number("limit", 1, Routes.MostItems) ?? Routes.DefaultLimit);
        try
        {
            var page = await trail.ReadAsync(cursor, take, cancellationToken);
            return Answers.Private(request, new AuditList(page.Items, page.Cursor));
        }
        catch (FormatException)
        {
            throw Query.Refused("cursor", cursor ?? "", "what the previous page gave as cursor", ["cursor of the previous page"]);
        }
    });
}

/// <param name="Cursor">Gives the next page; null on the last.</param>
public sealed record AuditList(IReadOnlyList<AuditEntry> Items, string? Cursor);
