using SalesReports.Calendar;

namespace SalesReports.Store;

/// <summary>Snapshots of reports: write-once blobs and one row a revision.</summary>
public sealed class ReportStore
{
    /// <summary>The latest revisions of the company scope, newest period first.</summary>
    /// <param name="kind">Null for both.</param>
    /// <param name="from">Periods that start on or after this day.</param>
    /// <param name="to">Periods that end on or before this day.</param>
    /// <param name="cursor">What the previous page gave back; null for the first.</param>
    /// <exception cref="FormatException">The cursor was not made by this store.</exception>
    public Task<ReportPage> ListAsync(PeriodKind? kind, DateOnly? from, DateOnly? to, string? cursor, int take, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>A revision, the latest when <paramref name="revision"/> is null; null when there is none.</summary>
    public Task<StoredReport?> FindAsync(Period period, string scope, int? revision, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The latest period of the kind that has a report; null when there is none.</summary>
    public Task<Period?> LatestPeriodAsync(PeriodKind kind, string scope, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>A stored file of a revision, such as <c>report.json</c> or <c>report.fr.pdf</c>; null when there is none.</summary>
    public Task<BinaryData?> ReadFileAsync(StoredReport report, string file, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <param name="InputsHash">Hash of all inputs; also the strong ETag of the report's representations together with the revision.</param>
public sealed record StoredReport(Period Period, string Scope, int Revision, DateTimeOffset BuiltAt, string InputsHash);

public sealed record ReportPage(IReadOnlyList<StoredReport> Items, string? Cursor);
