using Microsoft.AspNetCore.Http;
using SalesReports.Delivery;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /links/{token}: the report a mail was about, in the recipient's language, as long as they get reports in that scope.</summary>
public sealed class OpenLink(Gate gate, MailLinks links, RecipientTable recipients, ServedReports reports)
{
    public Task<IResult> RunAsync(HttpRequest request, string token) => gate.OpenAsync(request, LinkPaths.Report, async cancellationToken =>
    {
        var query = new Query(request, LinkPaths.Report);
        var form = DocumentForm.All.Single(form => form.Format == (query.OneOf("format", DocumentForm.Formats) ?? "html"));
        if (await links.ReadReportAsync(token, cancellationToken) is not { } link
            || await recipients.FindAsync(link.RecipientId, cancellationToken) is not { Status: RecipientStatus.Active } recipient
            || recipient.Scope != link.Scope)
        {
            throw new ProblemException(Problems.LinkIsOver);
        }

        var report = await reports.FindAsync(link.Period, link.Scope, link.Revision, cancellationToken) ?? throw new ProblemException(Problems.ReportNotKept);
        var bytes = await reports.ReadFileAsync(report, $"report.{recipient.Language}.{form.Format}", cancellationToken) ?? throw new ProblemException(Problems.ReportNotKept);
        GetDocument.Describe(request.HttpContext.Response, report, form, recipient.Language);
        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(bytes.ToMemory(), form.ContentType);
    });
}
