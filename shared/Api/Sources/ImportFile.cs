using System.Globalization;
using Microsoft.AspNetCore.Http;
using SalesReports.Jobs;
using SalesReports.Sources;
using SalesReports.Sources.Csv.Kinds;

namespace SalesReports.Api;

/// <summary>POST /imports/{kind}: a file is laid on disk as it comes, then read as a file of the folder would be; memory stays flat.</summary>
public sealed class ImportFile(Gate gate, ImportUpload import)
{
    /// <summary>So many rejections are told in full; all are counted.</summary>
    private const int MostTold = 1000;

    public Task<IResult> RunAsync(HttpRequest request, string kind) => gate.AdmitAsync(request, SourcePaths.Import, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, SourcePaths.Import);
        var known = SourcePaths.Kinds.Contains(kind, StringComparer.Ordinal) ? ImportKind.Named(kind)! : throw Query.Refused("kind", kind, $"one of {string.Join(", ", SourcePaths.Kinds)}", SourcePaths.Kinds);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await CopyAsync(request, file, cancellationToken);
            }

            return Answers.Private(request, Of(await import.RunAsync(known, path, cancellationToken)));
        }
        finally
        {
            File.Delete(path);
        }
    });

    private static Task CopyAsync(HttpRequest request, FileStream file, CancellationToken cancellationToken)
    {
        var lines = 0;
        return RawBody.CopyAsync(request, SourcePaths.Import, file, piece =>
        {
            lines += piece.Span.Count((byte)'\n');
            if (lines > SourcePaths.MostLines)
            {
                throw new ProblemException(Problems.TooLarge(string.Create(CultureInfo.InvariantCulture, $"A file takes up to {SourcePaths.MostLines:N0} lines; send more in several files.")));
            }
        }, cancellationToken);
    }

    private static ImportAnswer Of(PullOutcome outcome) => new(
        outcome.Kinds.Values.Sum(count => count.Read),
        outcome.Kinds.Values.Sum(count => count.Written),
        outcome.Kinds.Values.Sum(count => count.Unchanged),
        outcome.Kinds.Values.Sum(count => count.Stale),
        outcome.RejectedRows,
        [.. outcome.Rejections.Take(MostTold).Select(RejectedRow.Of)],
        outcome.DaysDirtied,
        outcome.Error);
}

/// <summary>What became of an uploaded file.</summary>
/// <param name="Accepted">Facts that were read, whether they were new or not.</param>
/// <param name="Written">New or changed.</param>
/// <param name="Stale">Older than what is stored, left out.</param>
/// <param name="Rejected">Rows that were not taken; the first thousand are told.</param>
/// <param name="Days">Business days that will be added up anew.</param>
/// <param name="Error">Why the file as a whole could not be read; null when it was.</param>
public sealed record ImportAnswer(long Accepted, long Written, long Unchanged, long Stale, long Rejected, IReadOnlyList<RejectedRow> Rejections, int Days, string? Error);

/// <param name="Line">The header is line 1; 0 when the whole file is meant.</param>
/// <param name="Column">Null when the row as a whole is at fault.</param>
public sealed record RejectedRow(long Line, string? Column, string? Value, string Reason)
{
    internal static RejectedRow Of(Rejection rejection) => new(rejection.Line, rejection.Column, rejection.Value, rejection.Reason);
}
