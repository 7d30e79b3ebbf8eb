using System.Buffers;

namespace SalesReports.Reports;

/// <summary>The name of the part of the company that a report sees: <c>company</c>, <c>team:NAME</c> or <c>rep:ID</c>.</summary>
public static class ScopeName
{
    public const string Company = "company";
    private const int LongestName = 100;

    /// <summary>What has a meaning in addresses, table keys or filters has none in a name.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("/\\?#%");

    public static bool IsValid(string scope) => scope == Company || IsNamed(scope, "team:") || IsNamed(scope, "rep:");

    private static bool IsNamed(string scope, string kind) =>
        scope.StartsWith(kind, StringComparison.Ordinal)
        && scope.Length > kind.Length && scope.Length <= kind.Length + LongestName
        && scope.AsSpan(kind.Length).IndexOfAny(Refused) < 0
        && !scope.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
