using System.Buffers;

namespace SalesReports.Facts;

/// <summary>The name of the part of the company that a report sees: <c>company</c>, <c>team:NAME</c> or <c>rep:ID</c>.</summary>
public static class ScopeName
{
    public const string Company = "company";
    public const string TeamPrefix = "team:";
    public const string RepPrefix = "rep:";
    private const int LongestName = 100;

    /// <summary>What has a meaning in addresses, table keys or filters has none in a name.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("/\\?#%");

    public static bool IsValid(string scope) => scope == Company || IsNamed(scope, TeamPrefix) || IsNamed(scope, RepPrefix);

    public static string OfTeam(string team) => TeamPrefix + team;

    public static string OfRep(string id) => RepPrefix + id;

    private static bool IsNamed(string scope, string kind) =>
        scope.StartsWith(kind, StringComparison.Ordinal)
        && scope.Length > kind.Length && scope.Length <= kind.Length + LongestName
        && scope.AsSpan(kind.Length).IndexOfAny(Refused) < 0
        && !scope.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
