using SalesReports.Facts;
using SalesReports.Sources.Csv.Kinds;

namespace SalesReports.Sources.Csv;

/// <summary>Reads all a CSV source has and tells what came out, storing nothing.</summary>
public static class CsvCheck
{
    private const int MostExamples = 1_000;

    /// <exception cref="SourceException">There is nothing to read, or the mapping is wrong.</exception>
    public static async Task<CsvCheckResult> RunAsync(CsvSource source, CancellationToken cancellationToken)
    {
        var plan = await source.PlanAsync(cancellationToken);
        var log = new CheckLog();
        var tallies = new SortedDictionary<FactKind, KindTally>();
        await foreach (var fact in source.PullAsync(PullWindow.Everything, log, cancellationToken))
        {
            if (!tallies.TryGetValue(fact.Kind, out var tally))
            {
                tallies[fact.Kind] = tally = new KindTally();
            }

            tally.Add(fact);
        }

        var kinds = plan.GroupBy(one => one.Kind.Fact).OrderBy(group => group.Key).Select(group =>
            (tallies.GetValueOrDefault(group.Key) ?? new KindTally()).Result(group.Key, [.. group.Select(one => log.Checked(one.Kind, one.File))]));
        return new CsvCheckResult([.. kinds], log.RejectedRows, log.Rejections, log.Findings);
    }

    private sealed class CheckLog : IPullLog
    {
        private readonly Dictionary<string, long> _rows = [];
        private readonly Dictionary<string, long> _rejected = [];

        public List<Rejection> Rejections { get; } = [];

        public SortedDictionary<FindingKind, long> Findings { get; } = [];

        public long RejectedRows => _rejected.Values.Sum();

        public CheckedFile Checked(ImportKind kind, string file) => new(kind.Name, file, _rows.GetValueOrDefault(file), _rejected.GetValueOrDefault(file));

        public void Reject(Rejection rejection)
        {
            _rejected[rejection.File] = _rejected.GetValueOrDefault(rejection.File) + 1;
            if (Rejections.Count < MostExamples)
            {
                Rejections.Add(rejection);
            }
        }

        public void Note(Finding finding) => Findings[finding.Kind] = Findings.GetValueOrDefault(finding.Kind) + 1;

        public void MapChannels(IReadOnlyDictionary<string, string> channels)
        {
            // Nothing is stored, so nothing is mapped.
        }

        public void WholeBegins(FactKind kind)
        {
            // Nothing is stored, so nothing goes.
        }

        public void WholeEnds(FactKind kind)
        {
            // Nothing is stored, so nothing goes.
        }

        public void Progress(string what, long rows) => _rows[what] = rows;
    }

    private sealed class KindTally
    {
        private readonly SortedDictionary<string, decimal> _totals = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
        private long _facts;
        private DateOnly? _first;
        private DateOnly? _last;

        public void Add(Fact fact)
        {
            _facts++;
            foreach (var day in fact.Days)
            {
                _first = _first is null || day < _first ? day : _first;
                _last = _last is null || day > _last ? day : _last;
            }

            if (fact is Order order)
            {
                Count(order.Deleted ? "deleted" : order.Status.ToString());
                Total(order.Currency?.Code, order.Deleted ? 0 : Counted(order));
            }
            else if (fact is SpendDay spend)
            {
                Total(spend.Currency?.Code, spend.Amount);
            }
            else if (fact is Opportunity opportunity)
            {
                Count(opportunity.Deleted ? "deleted" : opportunity.Outcome.ToString());
                Total(opportunity.Currency?.Code, opportunity.Deleted ? 0 : opportunity.Amount ?? 0);
            }
        }

        public CheckedKind Result(FactKind kind, IReadOnlyList<CheckedFile> files) => new(kind, files, _facts, _first, _last, _totals, _counts);

        /// <summary>Booked as signed, returns negative, the rest not at all. Source: metrics.md, rule 8.</summary>
        private static decimal Counted(Order order) => order.Status switch
        {
            OrderStatus.Booked => order.Lines.Sum(line => line.Net),
            OrderStatus.Return => -order.Lines.Sum(line => Math.Abs(line.Net)),
            OrderStatus.Open or OrderStatus.Cancelled => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.Status, "The status is not known."),
        };

        private void Total(string? currency, decimal amount) => _totals[currency ?? ""] = _totals.GetValueOrDefault(currency ?? "") + amount;

        private void Count(string what) => _counts[what.ToLowerInvariant()] = _counts.GetValueOrDefault(what.ToLowerInvariant()) + 1;
    }
}

/// <param name="RejectedRows">All of them; <paramref name="Rejections"/> holds the first thousand.</param>
public sealed record CsvCheckResult(
    IReadOnlyList<CheckedKind> Kinds,
    long RejectedRows,
    IReadOnlyList<Rejection> Rejections,
    IReadOnlyDictionary<FindingKind, long> Findings);

/// <summary>What was read of one kind.</summary>
/// <param name="FirstDay">Null for kinds without days.</param>
/// <param name="Totals">By currency, empty text for the reporting currency: net of counting orders, amount of spend and of opportunities.</param>
/// <param name="Counts">Orders by status, opportunities by outcome; deleted ones apart.</param>
public sealed record CheckedKind(
    FactKind Kind,
    IReadOnlyList<CheckedFile> Files,
    long Facts,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    IReadOnlyDictionary<string, decimal> Totals,
    IReadOnlyDictionary<string, long> Counts);

/// <param name="Kind">Name of the kind it was read as, such as <c>order_lines</c>.</param>
public sealed record CheckedFile(string Kind, string File, long Rows, long Rejected);
