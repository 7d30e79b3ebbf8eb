using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>The row operations that bring one incoming fact in, decided from what is known of the stored rows.</summary>
/// <param name="MustLookFurther">The fact is, or may be, filed under days that were not read: look at its pointer first.</param>
/// <param name="DirtyDays">Day keys to mark; none for undated facts and for kinds that no rollup uses.</param>
internal sealed record FactChange(
    IncomingFact Incoming, Verdict Verdict, bool MustLookFurther, IReadOnlyList<TableTransactionAction> Actions, IReadOnlyList<string> DirtyDays)
{
    public static FactChange Plan(IncomingFact incoming, StoredRows rows, string shard, FactKind kind, long olderOpen)
    {
        var fact = incoming.Fact;
        var withPointer = FilingRules.NeedsPointer(kind);
        var pointer = withPointer ? rows.Find(FactKeys.Pointer(fact)) : null;
        var filed = incoming.RowKeys.Concat((pointer?.DayKeys ?? []).Select(day => FactKeys.Row(day, fact))).Select(rows.Find).FirstOrDefault(row => row is not null);

        // A row knows its version best: the pointer is not touched when a fact changes within its days.
        var stored = filed ?? pointer;
        var verdict = stored is null ? Verdict.Write : incoming.Version.Against(stored.Version, olderOpen);
        if (verdict is Verdict.Unchanged or Verdict.Stale)
        {
            return new FactChange(incoming, verdict, false, [], []);
        }

        var before = stored?.DayKeys ?? [];
        var after = withPointer && fact.Deleted ? FactKeys.DaysOfDeleted(fact) : incoming.DayKeys;
        if (before.Any(day => rows.Find(FactKeys.Row(day, fact)) is null) || (stored is null && withPointer && rows.MissingMayHaveMoved))
        {
            return new FactChange(incoming, verdict, MustLookFurther: true, [], []);
        }

        var actions = RowActions(incoming, rows, shard, before, after).ToList();

        // A taken back fact has no row: its pointer alone can know how new that is.
        if (withPointer && (stored is null || after.Count == 0 || !before.SequenceEqual(after)))
        {
            actions.Add(PointerAction(incoming, pointer, isNew: stored is null, shard, after));
        }

        var dirty = verdict == Verdict.Write && FilingRules.MarksDays(kind) ? before.Union(after).Where(day => day is not (FactKeys.Undated or FactKeys.Open)).ToList() : [];
        return new FactChange(incoming, verdict, false, actions, dirty);
    }

    private static IEnumerable<TableTransactionAction> RowActions(
        IncomingFact incoming, StoredRows rows, string shard, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var day in before.Except(after, StringComparer.Ordinal))
        {
            var old = rows.Find(FactKeys.Row(day, incoming.Fact))!;
            yield return new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(shard, old.RowKey), old.ETag);
        }

        foreach (var day in after)
        {
            var entity = FactRow.ToEntity(incoming.Fact, incoming.Version, shard, day, after);
            yield return before.Contains(day, StringComparer.Ordinal)
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, rows.Find(entity.RowKey)!.ETag)
                : new TableTransactionAction(TableTransactionActionType.Add, entity);
        }
    }

    /// <summary>
    /// A new fact's pointer must not exist. A known one is guarded by its own ETag; when only the fact's rows were read, their
    /// ETags in the same transaction guard it.
    /// </summary>
    private static TableTransactionAction PointerAction(IncomingFact incoming, StoredRow? pointer, bool isNew, string shard, IReadOnlyList<string> after)
    {
        var entity = new TableEntity(shard, FactKeys.Pointer(incoming.Fact))
        {
            [FactRow.HashColumn] = incoming.Version.Hash,
            [FactRow.SequenceColumn] = incoming.Version.Sequence,
            [FactRow.DaysColumn] = string.Join(',', after),
            [FactRow.ModifiedColumn] = incoming.Version.ModifiedAt?.ToString("O"),
        };
        return (isNew, pointer) switch
        {
            (true, _) => new TableTransactionAction(TableTransactionActionType.Add, entity),
            (false, null) => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity),
            (false, { ETag: var etag }) => new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag),
        };
    }
}
