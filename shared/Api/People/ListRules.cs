using System.Diagnostics.CodeAnalysis;

namespace SalesReports.Api;

/// <summary>What holds for every list that is sent whole.</summary>
internal static class ListRules
{
    public static IReadOnlyList<T> Bounded<T>([NotNull] IReadOnlyList<T>? list, string field) => list is { Count: <= PeoplePaths.MostEntries }
        ? list
        : throw Refused(field, null, $"a list of up to {Words.Of(PeoplePaths.MostEntries)} entries", []);

    public static void RefuseTwice(IEnumerable<string> keys, string field)
    {
        if (keys.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Refused(field, twice.Key, "each entry once", []);
        }
    }

    public static ProblemException Refused(string field, string? value, string accepted, IReadOnlyList<string> list) =>
        new(Problems.InvalidField(field, value, $"{(value is null ? "What is there" : $"'{Problems.Clean(value)}'")} is not accepted for {field}; {accepted} is.", list));
}
