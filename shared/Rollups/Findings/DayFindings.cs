using SalesReports.Facts;

namespace SalesReports.Rollups.Findings;

/// <summary>
/// What a day's facts say about their own quality. Whether an id is unknown, a cost or a rate missing, is decided when a report
/// is built, so that master data that come later clear it: here stands what is needed for that. Source: metrics.md, rule 4.
/// </summary>
/// <param name="Found">What is odd whatever master data say; ordered by kind.</param>
/// <param name="References">Which ids of master data the facts name; ordered.</param>
public sealed record DayFindings(DateOnly Day, IReadOnlyList<FindingCount> Found, IReadOnlyList<Reference> References);

/// <param name="Count">How many of the kind.</param>
/// <param name="Examples">The first few, by source and id.</param>
public sealed record FindingCount(FindingKind Kind, FactKind FactKind, int Count, IReadOnlyList<Finding> Examples)
{
    /// <summary>More examples than this help nobody.</summary>
    public const int MostExamples = 5;

    /// <summary>One entry a kind and kind of fact; days add up in any order.</summary>
    public static IReadOnlyList<FindingCount> Sum(IEnumerable<FindingCount> parts) =>
    [
        .. parts.GroupBy(part => (part.Kind, part.FactKind)).OrderBy(kind => kind.Key.Kind).ThenBy(kind => kind.Key.FactKind)
            .Select(kind => new FindingCount(kind.Key.Kind, kind.Key.FactKind, kind.Sum(part => part.Count), First(kind.SelectMany(part => part.Examples)))),
    ];

    internal static IReadOnlyList<Finding> First(IEnumerable<Finding> findings) =>
    [
        .. findings.Distinct().OrderBy(finding => finding.Source, StringComparer.Ordinal).ThenBy(finding => finding.FactId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Value, StringComparer.Ordinal).Take(MostExamples),
    ];
}

/// <summary>How many facts of a kind name one id of master data on the day.</summary>
/// <param name="Id">Of a customer the key that tells it apart from those of all other sources.</param>
/// <param name="Source">With <paramref name="FactId"/>, the first fact of them.</param>
public sealed record Reference(FactKind To, string Id, FactKind From, int Count, string Source, string FactId);
