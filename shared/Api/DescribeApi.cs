using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>GET /openapi.json, /docs and /v1/schemas/report-1.json.</summary>
public sealed class DescribeApi(Gate gate)
{
    public Task<IResult> OpenApiAsync(HttpRequest request) => gate.OpenAsync(request, Routes.OpenApi, _ =>
        Task.FromResult(Results.Bytes(OpenApiDocument.Committed.ToMemory(), "application/json; charset=utf-8")));

    public Task<IResult> ReportSchemaAsync(HttpRequest request) => gate.OpenAsync(request, Routes.ReportSchema, _ =>
        Task.FromResult(Results.Bytes(ReportSchema.Committed.ToMemory(), "application/schema+json")));

    public Task<IResult> DocsAsync(HttpRequest request) => gate.OpenAsync(request, Routes.Docs, _ =>
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Task.FromResult(Results.Text(DocsPage.Html, "text/html; charset=utf-8"));
    });
}
