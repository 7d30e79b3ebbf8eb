using SalesReports.Calendar;
using SalesReports.Reports;

namespace SalesReports.Jobs;

/// <summary>Builds the report of a period from rollups, draws its documents and stores both as a snapshot.</summary>
public sealed class BuildReport
{
    /// <summary>
    /// Unchanged inputs give the stored revision back, byte for byte; changed ones a new revision.
    /// </summary>
    /// <exception cref="PeriodNotBuildableException">The period is running, in the future, or lies before all data.</exception>
    public Task<BuiltReport> RunAsync(Period period, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <param name="IsNewRevision">False when the inputs were unchanged and the stored revision was served.</param>
/// <param name="Files">Name (<c>report.json</c>, <c>report.fr.pdf</c>, …) to bytes, as stored.</param>
public sealed record BuiltReport(Report Report, bool IsNewRevision, IReadOnlyDictionary<string, BinaryData> Files);

/// <summary>There is nothing to report on; the message is one sentence for the person who asked.</summary>
public sealed class PeriodNotBuildableException(string message) : Exception(message);
