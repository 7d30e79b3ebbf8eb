using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Takes back what a source no longer holds. A removal is a tombstone of the import that saw the fact missing, written like any
/// other version: what a newer import wrote or saw stays. Source: imports.md, versions.
/// </summary>
public sealed class UnheldFacts(FiledFacts filed, FactStore store)
{
    private const int AtOnce = 1_000;

    internal async Task<WriteResult> RemoveAsync(string source, FactKind kind, HeldFacts held, ImportNumber import, CancellationToken cancellationToken)
    {
        var results = new List<WriteResult>();
        var gone = filed.ListAsync(kind, source, held.Days, held.HasUndated, cancellationToken)
            .Where(stored => stored.Sequence < import.Sequence && !held.Holds(stored.Id));
        await foreach (var some in gone.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var facts = (await filed.ReadAsync(kind, some, cancellationToken)).Where(held.Spans);

            // The source says nothing of a time of change: the import's number decides, against any version.
            Fact[] tombstones = [.. facts.Select(fact => fact with { Deleted = true, ModifiedAt = null })];
            results.Add(await store.WriteAsync(kind, tombstones, import, cancellationToken));
        }

        return WriteResult.Sum(results);
    }
}
