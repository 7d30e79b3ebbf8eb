using System.Security.Cryptography;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SalesReports.Api;

/// <summary>
/// Guards a change against a lost update. The storage's ETag is weak, which If-Match never takes (RFC 9110, 13.1.1), and tells a
/// time: what callers see is a strong one made from it.
/// </summary>
internal static class Precondition
{
    public static EntityTagHeaderValue TagOf(ETag stored) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored.ToString()))[..16])}\"");

    /// <exception cref="ProblemException">428 without the header, 412 when it names another version.</exception>
    public static void Check(HttpRequest request, ETag stored)
    {
        var given = request.GetTypedHeaders().IfMatch;
        if (given.Count == 0)
        {
            throw new ProblemException(Problems.PreconditionRequired);
        }

        if (!given.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(stored), useStrongComparison: true)))
        {
            throw new ProblemException(Problems.ChangedMeanwhile);
        }
    }
}
