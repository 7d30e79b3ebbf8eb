using System.Globalization;
using SalesReports.Facts;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>One pull while it runs: batches, checks and counts.</summary>
internal sealed class PullRun(FactStore store, FactReader reader, UnheldFacts unheld, PullLog log, ImportNumber import, DateOnly today)
{
    /// <summary>Facts written at once: enough that reading their days first costs little, in whatever order they come.</summary>
    private const int BatchSize = 20_000;

    /// <summary>Lines of orders held at once; keeps memory in bounds when orders are long.</summary>
    private const int LinesAtOnce = 100_000;

    private static readonly FactKind[] Referred = [FactKind.Customers, FactKind.Reps, FactKind.Products];

    private readonly Dictionary<FactKind, List<Fact>> _open = [];
    private int _openLines;
    private readonly SortedDictionary<FactKind, FactCounts> _counts = [];
    private readonly HashSet<DateOnly> _days = [];
    private KnownIds? _known;
    private DateOnly? _first;
    private DateOnly? _last;

    public long Read => _counts.Values.Sum(count => count.Read);

    public long Written => _counts.Values.Sum(count => count.Written);

    public async Task AddAsync(Fact fact, CancellationToken cancellationToken)
    {
        log.Given(fact);
        if (RowSize.Excess(fact) is { } size)
        {
            log.Reject(new Rejection(fact.Kind.ToString().ToLowerInvariant(), 0, null, fact.Id, string.Create(
                CultureInfo.InvariantCulture, $"With all its lines or history '{fact.Id}' takes {size:N0} characters, {RowSize.Most:N0} are accepted; it is left out.")));
            return;
        }

        if (fact.Days.Count > 0)
        {
            _known ??= await KnownAsync(cancellationToken);
        }

        foreach (var finding in _known is null ? [] : FactChecks.Of(fact, _known, today))
        {
            log.Note(finding);
        }

        Remember(fact);
        if (!_open.TryGetValue(fact.Kind, out var batch))
        {
            _open[fact.Kind] = batch = [];
        }

        batch.Add(fact);
        _openLines += LinesOf(fact);
        if (batch.Count >= BatchSize || _openLines >= LinesAtOnce)
        {
            await FlushAsync(fact.Kind, cancellationToken);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in _open.Keys.Order().ToList())
        {
            await FlushAsync(kind, cancellationToken);
        }
    }

    /// <summary>Takes back what a source that gave all it holds has left out; meant for a pull that came to its end.</summary>
    public async Task RemoveUnheldAsync(string source, CancellationToken cancellationToken)
    {
        // A kind without a single fact is rather an export that failed than a company without customers.
        foreach (var (kind, held) in log.Wholes.Where(whole => !whole.Held.IsEmpty))
        {
            var result = await unheld.RemoveAsync(source, kind, held, import, cancellationToken);
            if (_counts.TryGetValue(kind, out var counts))
            {
                _counts[kind] = counts with { Removed = result.Written };
            }

            _days.UnionWith(result.Days);
        }
    }

    public PullOutcome Outcome(string source, SourceException? fault) => new(
        source, _counts, log.RejectedRows, log.Rejections, log.Findings, log.Examples, _days.Count, _first, _last, fault?.Fault, fault?.Message);

    private async Task FlushAsync(FactKind kind, CancellationToken cancellationToken)
    {
        if (!_open.Remove(kind, out var batch))
        {
            return;
        }

        var result = await store.WriteAsync(kind, batch, import, cancellationToken);
        var before = _counts.GetValueOrDefault(kind) ?? new FactCounts(0, 0, 0, 0);
        _counts[kind] = new FactCounts(
            before.Read + batch.Count, before.Written + result.Written, before.Unchanged + result.Unchanged, before.Stale + result.Stale);
        _openLines -= batch.Sum(LinesOf);
        _days.UnionWith(result.Days);
        log.Progress(kind.ToString(), _counts[kind].Read);
    }

    private static int LinesOf(Fact fact) => fact is Order order ? order.Lines.Count : 0;

    /// <summary>Master data come first, so by now they are on their way into storage.</summary>
    private async Task<KnownIds> KnownAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var known = new KnownIds();
        foreach (var kind in Referred)
        {
            known.Add(kind, await reader.ReadIdsAsync(kind, cancellationToken));
        }

        return known;
    }

    private void Remember(Fact fact)
    {
        DateOnly? day = fact switch
        {
            Order order => order.OrderedAt.Day,
            Opportunity { Outcome: not Facts.Outcome.Open, ClosedAt: { } closed } => closed.Day,
            _ => null,
        };
        if (day is { } known && !fact.Deleted)
        {
            _first = _first < known ? _first : known;
            _last = _last > known ? _last : known;
        }
    }
}
