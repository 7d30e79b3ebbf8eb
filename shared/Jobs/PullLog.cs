using SalesReports.Facts;
using SalesReports.Sources;

namespace SalesReports.Jobs;

/// <summary>Keeps what a pull could not read or found odd: all counted, the first ones in full.</summary>
internal sealed class PullLog(IProgress<JobProgress>? progress) : IPullLog
{
    private const int MostRejections = 1_000;
    private const int MostExamples = 100;

    private readonly List<Rejection> _rejections = [];
    private readonly List<Finding> _examples = [];
    private readonly HashSet<(FindingKind, string?)> _shown = [];
    private readonly Dictionary<FindingKind, long> _findings = [];
    private readonly Dictionary<FactKind, HeldFacts> _wholes = [];
    private readonly SortedSet<FactKind> _ended = [];

    public long RejectedRows { get; private set; }

    public IReadOnlyList<Rejection> Rejections => _rejections;

    public IReadOnlyDictionary<FindingKind, long> Findings => _findings;

    public IReadOnlyList<Finding> Examples => _examples;

    public void Reject(Rejection rejection)
    {
        RejectedRows++;
        if (_rejections.Count < MostRejections)
        {
            _rejections.Add(rejection);
        }
    }

    /// <summary>The same odd value is shown once, however often it stands there.</summary>
    public void Note(Finding finding)
    {
        _findings[finding.Kind] = _findings.GetValueOrDefault(finding.Kind) + 1;
        if (_examples.Count < MostExamples && _shown.Add((finding.Kind, finding.Value)))
        {
            _examples.Add(finding);
        }
    }

    /// <summary>Kinds that the source has given whole.</summary>
    public IEnumerable<(FactKind Kind, HeldFacts Held)> Wholes => _ended.Select(kind => (kind, _wholes[kind]));

    /// <summary>What the source says its spend channels stand for; null when it did not come so far.</summary>
    public IReadOnlyDictionary<string, string>? Channels { get; private set; }

    public void MapChannels(IReadOnlyDictionary<string, string> channels) => Channels = channels;

    public void WholeBegins(FactKind kind) => _wholes[kind] = new HeldFacts();

    public void WholeEnds(FactKind kind) => _ended.Add(kind);

    /// <summary>Remembers a fact of a kind that is being given whole.</summary>
    public void Given(Fact fact) => _wholes.GetValueOrDefault(fact.Kind)?.Add(fact);

    public void Progress(string what, long rows) => progress?.Report(new JobProgress("pull", what, rows, null));
}
