using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>A page of facts of one kind on its way into storage, as some import brings it.</summary>
internal sealed record Delivery(FactKind Kind, IReadOnlyList<Fact> Facts, ImportNumber Import)
{
    private const int MostInPage = 5;

    /// <summary>
    /// Rounds of a few facts each. In a round every version of them comes at least once, some twice, in pages of one import, in any
    /// order: so that versions of one fact meet.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Delivery>> Rounds(FactHistories histories, int rounds, Random random)
    {
        var facts = Shuffled(histories.Facts, random);
        return facts.Chunk((facts.Length + rounds - 1) / rounds).Select(some => Round(some, histories.Imports, random));
    }

    /// <summary>The same in order, each version once, import by import.</summary>
    public static IEnumerable<Delivery> InOrder(FactHistories histories) =>
        from import in Enumerable.Range(1, histories.Imports)
        from kind in histories.Facts.Where(history => history.Versions.Count >= import).GroupBy(history => history.Last.Kind)
        select new Delivery(kind.Key, [.. kind.Select(history => history.Versions[import - 1])], import);

    private static Delivery[] Round(IEnumerable<FactHistory> facts, int imports, Random random)
    {
        var sent = new List<(Fact Fact, int Import)>();
        foreach (var history in facts)
        {
            for (var version = 1; version <= history.Versions.Count; version++)
            {
                for (var times = random.Next(3) == 0 ? 2 : 1; times > 0; times--)
                {
                    // Where time alone decides, any import may bring any version: a late page, a backfill.
                    sent.Add((history.Versions[version - 1], history.KnownBy == VersionRule.Time ? random.Next(1, imports + 1) : version));
                }
            }
        }

        var pages = sent.GroupBy(one => (one.Fact.Kind, one.Import)).SelectMany(import =>
            Shuffled(import, random).Chunk(random.Next(1, MostInPage + 1)).Select(page => new Delivery(import.Key.Kind, [.. page.Select(one => one.Fact)], Number(import.Key.Import))));
        return Shuffled(pages, random);
    }

    /// <summary>All imports run at once, so that each younger one knows of older ones that go on.</summary>
    private static ImportNumber Number(int import) => new(import, import - 1);

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
