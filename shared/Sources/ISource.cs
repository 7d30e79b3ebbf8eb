using SalesReports.Facts;

namespace SalesReports.Sources;

/// <summary>A system that facts are pulled from.</summary>
public interface ISource
{
    /// <summary>Stable name, part of every fact's key; lower case, such as <c>csv</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Streams what the source holds for the window, master data before what refers to it. A row that cannot be read goes to
    /// <paramref name="log"/> and the rest goes on.
    /// </summary>
    /// <exception cref="SourceException">The source as a whole cannot be read; the kind says whether trying again helps.</exception>
    IAsyncEnumerable<Fact> PullAsync(PullWindow window, IPullLog log, CancellationToken cancellationToken);
}

/// <summary>The days to pull, both ends open when null; a source without dates of change gives all it has.</summary>
public sealed record PullWindow(DateOnly? From, DateOnly? To)
{
    public static PullWindow Everything { get; } = new(null, null);
}

/// <summary>Where a source tells what it could not read or found odd while pulling. Safe for one writer at a time.</summary>
public interface IPullLog
{
    void Reject(Rejection rejection);

    void Note(Finding finding);

    /// <summary>
    /// What follows of this kind, until <see cref="WholeEnds"/>, is all that the source holds between the dates it shows: stored
    /// facts that are missing from it have gone. Without the end nothing is taken for gone.
    /// </summary>
    void WholeBegins(FactKind kind);

    /// <summary>Every fact of the kind was read and given; not called when a row could not be read.</summary>
    void WholeEnds(FactKind kind);

    /// <summary>Which lead source each spend channel stands for, where the source names them differently.</summary>
    void MapChannels(IReadOnlyDictionary<string, string> channels);

    /// <summary>Rows read so far of a file or list, for progress on long work.</summary>
    void Progress(string what, long rows);
}

/// <summary>A row that could not be taken.</summary>
/// <param name="File">The file or list it stood in.</param>
/// <param name="Line">Line in the file, the header being line 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column at fault, null when the row as a whole is.</param>
/// <param name="Value">The text found there, shortened to 200 characters.</param>
/// <param name="Reason">One sentence: what is wrong and what would be accepted.</param>
/// <param name="Row">The row as it was read, so that it can be corrected and sent again; null for a whole file.</param>
public sealed record Rejection(string File, long Line, string? Column, string? Value, string Reason, IReadOnlyList<string>? Row = null)
{
    /// <summary>The names above the row's cells, shared by all rejections of the file; null when there are none.</summary>
    public IReadOnlyList<string>? Header { get; init; }
}
