using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Master data as they are now, by id. Source: metrics.md, rule 9.</summary>
/// <param name="Hashes">Of every fact in it.</param>
internal sealed record MasterData(
    IReadOnlyDictionary<string, Customer> Customers,
    IReadOnlyDictionary<string, Rep> Reps,
    IReadOnlyDictionary<string, Product> Products,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<string> Hashes)
{
    public static async Task<MasterData> ReadAsync(FactReader facts, CancellationToken cancellationToken)
    {
        var customers = facts.ReadAllAsync<Customer>(FactKind.Customers, cancellationToken);
        var reps = facts.ReadAllAsync<Rep>(FactKind.Reps, cancellationToken);
        var products = facts.ReadAllAsync<Product>(FactKind.Products, cancellationToken);
        var stages = facts.ReadAllAsync<Stage>(FactKind.Stages, cancellationToken);
        var targets = facts.ReadAllAsync<Target>(FactKind.Targets, cancellationToken);
        return new MasterData(
            Latest(await customers),
            Latest(await reps),
            Latest(await products),
            [.. Latest(await stages).Values],
            [.. Latest(await targets).Values],
            [.. Hashed(await customers), .. Hashed(await reps), .. Hashed(await products), .. Hashed(await stages), .. Hashed(await targets)]);
    }

    /// <summary>One entry an id; of two sources that know it the one whose name comes last wins, always the same.</summary>
    private static Dictionary<string, T> Latest<T>(IReadOnlyList<StoredFact<T>> facts)
        where T : Fact
    {
        var latest = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var stored in facts.OrderBy(stored => stored.Fact.Source, StringComparer.Ordinal).ThenBy(stored => stored.Fact.Id, StringComparer.Ordinal))
        {
            latest[stored.Fact.Id] = stored.Fact;
        }

        return latest;
    }

    private static IEnumerable<string> Hashed<T>(IEnumerable<StoredFact<T>> facts)
        where T : Fact => facts.Select(stored => stored.Hash).Order(StringComparer.Ordinal);
}
