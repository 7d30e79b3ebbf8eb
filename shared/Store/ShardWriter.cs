using Azure;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// Writes the facts of one shard. First it looks in the days the facts claim; only a fact that turns out to be elsewhere costs
/// a look at its pointer.
/// </summary>
internal sealed class ShardWriter(TableClient table, string shard, FactKind kind, IEnumerable<Fact> facts, ImportNumber import, EmptyShards empty)
{
    /// <summary>Another writer may win a race, seldom twice; beyond this something else is wrong.</summary>
    private const int Attempts = 12;

    /// <summary>After so many lost races each fact goes alone: one that others fight for must not hold up a hundred.</summary>
    private const int AttemptsTogether = 3;

    private readonly HashSet<DateOnly> _days = [];
    private long _written;
    private long _unchanged;
    private long _stale;

    public async Task<WriteResult> WriteAsync(CancellationToken cancellationToken)
    {
        // By day, so that a transaction touches few days and carries few markers.
        var open = Newest().Select(fact => new IncomingFact(fact, FactRow.VersionOf(fact, import), FactKeys.Days(fact)))
            .OrderBy(incoming => incoming.DayKeys[0], StringComparer.Ordinal)
            .ToList();
        var rows = await FirstLookAsync(open, cancellationToken);
        for (var attempt = 1; open.Count > 0; attempt++)
        {
            open = await CommitAsync(open, rows, attempt > AttemptsTogether, cancellationToken);
            if (open.Count > 0)
            {
                if (attempt == Attempts)
                {
                    throw new InvalidOperationException($"{open.Count} facts of {kind} could not be written in {Attempts} attempts: other writers kept winning.");
                }

                rows = await StoredRows.ReadPointedAsync(table, shard, open, FilingRules.NeedsPointer(kind), cancellationToken);
            }
        }

        return new WriteResult(_written, _unchanged, _stale, _days);
    }

    /// <summary>Nothing is looked for where this import has found nothing at all.</summary>
    private async Task<StoredRows> FirstLookAsync(List<IncomingFact> incoming, CancellationToken cancellationToken)
    {
        var source = incoming[0].Fact.Source;
        if (empty.WasEmpty(table, shard, source, import))
        {
            return new StoredRows([]);
        }

        var rows = await StoredRows.ReadDaysAsync(table, shard, incoming, cancellationToken);
        if (rows.Count == 0)
        {
            await empty.LookAsync(table, shard, source, import, cancellationToken);
        }

        return rows;
    }

    /// <summary>One version of each fact: a page of a source can hold two.</summary>
    private IEnumerable<Fact> Newest() => facts.GroupBy(fact => (fact.Source, fact.Id)).Select(versions => versions.OrderBy(fact => fact.ModifiedAt).Last());

    /// <summary>Commits what it can; gives back the facts that were elsewhere or lost a race.</summary>
    private async Task<List<IncomingFact>> CommitAsync(List<IncomingFact> open, StoredRows rows, bool alone, CancellationToken cancellationToken)
    {
        var again = new List<IncomingFact>();
        var batch = new FactTransaction(shard, import.Sequence);
        foreach (var incoming in open)
        {
            var change = FactChange.Plan(incoming, rows, shard, kind, import.OlderOpen);
            switch (change.Verdict)
            {
                case Verdict.Unchanged:
                    _unchanged++;
                    continue;
                case Verdict.Stale:
                    _stale++;
                    continue;
                case Verdict.Write or Verdict.OnlyNewer:
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {change.Verdict}.");
            }

            if (change.MustLookFurther)
            {
                again.Add(incoming);
                continue;
            }

            if ((alone && batch.Changes.Count > 0) || !batch.TryAdd(change))
            {
                again.AddRange(await SubmitAsync(batch, cancellationToken));
                batch = new FactTransaction(shard, import.Sequence);
                batch.TryAdd(change);
            }
        }

        again.AddRange(await SubmitAsync(batch, cancellationToken));
        return again;
    }

    private async Task<IEnumerable<IncomingFact>> SubmitAsync(FactTransaction batch, CancellationToken cancellationToken)
    {
        if (batch.Actions.Count == 0)
        {
            return [];
        }

        try
        {
            await table.SubmitTransactionAsync(batch.Actions, cancellationToken);
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return batch.Changes.Select(change => change.Incoming);
        }

        foreach (var change in batch.Changes)
        {
            _written += change.Verdict == Verdict.Write ? 1 : 0;
            _unchanged += change.Verdict == Verdict.OnlyNewer ? 1 : 0;
            _days.UnionWith(change.DirtyDays.Select(FactKeys.DayOf));
        }

        return [];
    }
}

/// <param name="DayKeys">The days it claims; never empty.</param>
internal sealed record IncomingFact(Fact Fact, FactVersion Version, IReadOnlyList<string> DayKeys)
{
    /// <summary>The keys of its rows under the days it claims.</summary>
    public IReadOnlyList<string> RowKeys { get; } = [.. DayKeys.Select(day => FactKeys.Row(day, Fact))];
}
