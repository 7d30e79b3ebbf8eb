using SalesReports.Facts;
using SalesReports.Sources;

namespace SalesReports.Jobs;

/// <summary>What one pull of one source did.</summary>
/// <param name="Kinds">Per kind that had rows.</param>
/// <param name="Rejections">The first thousand; <paramref name="RejectedRows"/> counts all.</param>
/// <param name="Findings">How many of each kind.</param>
/// <param name="FindingExamples">The first hundred.</param>
/// <param name="DaysDirtied">Distinct business days marked for rollup.</param>
/// <param name="FirstDay">First business day among orders and closed deals read; null without any.</param>
/// <param name="LastDay">Last business day among orders and closed deals read; null without any.</param>
/// <param name="Fault">Set when the source as a whole could not be read; what was read before is kept.</param>
public sealed record PullOutcome(
    string Source,
    IReadOnlyDictionary<FactKind, FactCounts> Kinds,
    long RejectedRows,
    IReadOnlyList<Rejection> Rejections,
    IReadOnlyDictionary<FindingKind, long> Findings,
    IReadOnlyList<Finding> FindingExamples,
    int DaysDirtied,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    SourceFault? Fault,
    string? Error);

/// <param name="Read">Facts the source gave.</param>
/// <param name="Written">New or changed.</param>
/// <param name="Unchanged">Already stored as they are.</param>
/// <param name="Stale">Older than what is stored, left out.</param>
public sealed record FactCounts(long Read, long Written, long Unchanged, long Stale)
{
    /// <summary>Taken back because the source holds them no longer.</summary>
    public long Removed { get; init; }
}
