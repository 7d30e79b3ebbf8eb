using System.Buffers;

namespace SalesReports.Api;

/// <summary>Which part of the company a request sees: what it asks for, never more than its key allows.</summary>
internal static class ReportScope
{
    private const int LongestName = 100;

    /// <summary>What has a meaning in addresses, table keys or filters has none in a name.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("/\\?#%");

    public static string Of(ApiKey key, string? asked)
    {
        if (asked is null)
        {
            return key.Scope;
        }

        if (!IsValid(asked))
        {
            throw Query.Refused("scope", asked, "company, team:NAME or rep:ID", [ApiKeys.Company, "team:NAME", "rep:ID"]);
        }

        return key.Scope == ApiKeys.Company || key.Scope == asked
            ? asked
            : throw new ProblemException(Problems.Forbidden($"This key sees only {key.Scope}.", "scope", asked));
    }

    public static bool IsValid(string scope) => scope == ApiKeys.Company
        || IsNamed(scope, "team:")
        || IsNamed(scope, "rep:");

    private static bool IsNamed(string scope, string kind) =>
        scope.StartsWith(kind, StringComparison.Ordinal)
        && scope.Length > kind.Length && scope.Length <= kind.Length + LongestName
        && scope.AsSpan(kind.Length).IndexOfAny(Refused) < 0
        && !scope.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
