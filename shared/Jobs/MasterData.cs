using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Reports.Revisions;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Master data as they are now, by id. Source: metrics.md, rule 9.</summary>
/// <param name="Customers">One record a company, by the key it is counted under.</param>
/// <param name="Hashes">Of every fact in it, by part (<see cref="InputPart"/>) and source and id.</param>
internal sealed record MasterData(
    IReadOnlyDictionary<string, Customer> Customers,
    IReadOnlyDictionary<string, Rep> Reps,
    IReadOnlyDictionary<string, Product> Products,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Target> Targets,
    CustomerIdentities Identities,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Hashes)
{
    public static async Task<MasterData> ReadAsync(FactReader facts, CancellationToken cancellationToken)
    {
        var customers = facts.ReadAllAsync<Customer>(FactKind.Customers, cancellationToken);
        var decisions = facts.ReadAllAsync<IdentityDecision>(FactKind.Identities, cancellationToken);
        var reps = facts.ReadAllAsync<Rep>(FactKind.Reps, cancellationToken);
        var products = facts.ReadAllAsync<Product>(FactKind.Products, cancellationToken);
        var stages = facts.ReadAllAsync<Stage>(FactKind.Stages, cancellationToken);
        var targets = facts.ReadAllAsync<Target>(FactKind.Targets, cancellationToken);
        var identities = CustomerMatcher.Match((await customers).Select(stored => stored.Fact), (await decisions).Select(stored => stored.Fact));
        return new MasterData(
            identities.Customers,
            Latest(await reps),
            Latest(await products),
            [.. Latest(await stages).Values],
            [.. Latest(await targets).Values],
            identities,
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                [InputPart.Customers] = Hashed(await customers),
                [InputPart.Identities] = new Dictionary<string, string>(Hashed(await decisions), StringComparer.Ordinal) { ["rules"] = CustomerMatcher.RulesVersion },
                [InputPart.Reps] = Hashed(await reps),
                [InputPart.Products] = Hashed(await products),
                [InputPart.Stages] = Hashed(await stages),
                [InputPart.Targets] = Hashed(await targets),
            });
    }

    /// <summary>One entry an id; of two sources that know it what admins set wins, else the one whose name comes last, always the same.</summary>
    internal static Dictionary<string, T> Latest<T>(IEnumerable<StoredFact<T>> facts)
        where T : Fact
    {
        var latest = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var stored in facts.OrderBy(stored => stored.Fact.Source == Fact.Administered).ThenBy(stored => stored.Fact.Source, StringComparer.Ordinal).ThenBy(stored => stored.Fact.Id, StringComparer.Ordinal))
        {
            latest[stored.Fact.Id] = stored.Fact;
        }

        return latest;
    }

    internal static Dictionary<string, string> Hashed<T>(IEnumerable<StoredFact<T>> facts)
        where T : Fact => facts.ToDictionary(stored => CustomerKey.Of(stored.Fact.Source, stored.Fact.Id), stored => stored.Hash, StringComparer.Ordinal);
}
