using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SalesReports.Reports;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>The few forms an answer takes. All are <see cref="IResult"/>: the Functions host drops anything else.</summary>
internal static class Answers
{
    public static IResult Of(Problem problem) =>
        Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(problem, ReportJson.Options), Problem.ContentType).WithStatus(problem.Status);

    public static IResult Json<T>(T body) =>
        Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(body, ReportJson.Options), "application/json; charset=utf-8");

    /// <summary>What only this caller may see, and nobody keeps.</summary>
    public static IResult Private<T>(HttpRequest request, T body, int status = StatusCodes.Status200OK)
    {
        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return Json(body).WithStatus(status);
    }

    /// <summary>
    /// Strong: the files of a revision are written once, so what names the revision names its bytes. The period and the scope
    /// count, because <c>latest</c> and a key without a parameter give others in time; the instant counts, because another
    /// storage has other bytes. The inputs do not: a revision may come to stand for new inputs that changed no figure.
    /// </summary>
    public static EntityTagHeaderValue TagOf(StoredReport report, string representation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{report.Period.Name}\n{report.Scope}\n{report.Revision}\n{report.BuiltAt.UtcTicks}\n{representation}");
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16])}\"");
    }

    /// <summary>True when the caller holds these very bytes; sets the headers that a 200 and a 304 share.</summary>
    public static bool IsHeldByCaller(HttpRequest request, EntityTagHeaderValue tag)
    {
        var response = request.HttpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = ApiKeys.Header;
        return request.GetTypedHeaders().IfNoneMatch.Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
    }

    public static IResult NotModified { get; } = Results.StatusCode(StatusCodes.Status304NotModified);

    public static IResult File(BinaryData bytes, string contentType, EntityTagHeaderValue tag) =>
        Results.Bytes(bytes.ToMemory(), contentType, enableRangeProcessing: true, entityTag: tag);

    private static WithStatusResult WithStatus(this IResult result, int status) => new(result, status);

    private sealed class WithStatusResult(IResult inner, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
