using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>A page behind a signed link: kept by nobody, run by nobody; the gate adds noindex and no referrer, as the address is the secret.</summary>
internal static class LinkPage
{
    public static IResult Answer(HttpRequest request, string html)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
