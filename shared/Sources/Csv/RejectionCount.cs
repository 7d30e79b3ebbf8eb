using SalesReports.Facts;

namespace SalesReports.Sources.Csv;

/// <summary>Passes everything on and counts what is rejected of one kind.</summary>
internal sealed class RejectionCount(IPullLog log) : IPullLog
{
    public long Rejected { get; private set; }

    public void Begin() => Rejected = 0;

    public void Reject(Rejection rejection)
    {
        Rejected++;
        log.Reject(rejection);
    }

    public void Note(Finding finding) => log.Note(finding);

    public void MapChannels(IReadOnlyDictionary<string, string> channels) => log.MapChannels(channels);

    public void WholeBegins(FactKind kind) => log.WholeBegins(kind);

    public void WholeEnds(FactKind kind) => log.WholeEnds(kind);

    public void Progress(string what, long rows) => log.Progress(what, rows);
}
