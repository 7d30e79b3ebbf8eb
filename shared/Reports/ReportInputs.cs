using SalesReports.Kpis.Sections;
using SalesReports.Reports.Revisions;

namespace SalesReports.Reports;

/// <summary>Everything a report is made of; the same inputs give the same report.</summary>
/// <param name="Data">What its scope may see; the history covers the <see cref="ReportWindow"/> of the period.</param>
/// <param name="Previous">The revision before, when there is one: what changed against it is told.</param>
/// <param name="Causes">Why the inputs differ from those of the revision before.</param>
public sealed record ReportInputs(
    SectionInputs Data,
    IReadOnlyList<SourceState> Sources,
    DateTimeOffset BuiltAt,
    Report? Previous,
    IReadOnlyList<RestatementCause> Causes)
{
    /// <summary>Sources that are late or suspect.</summary>
    public IReadOnlyList<DoubtfulSource> Doubtful { get; init; } = [];
}
