namespace SalesReports.Kpis.Sections.CrossSell;

/// <summary>
/// Two categories that the same customers buy, within 12 months. Support = customers of both ÷ customers; lift = support ÷ (share of
/// the first × share of the second). Source: metrics.md, monthly report 13.
/// </summary>
/// <param name="First">The ordinally smaller one.</param>
/// <param name="Customers">Customers of both, the figure's <c>n</c>.</param>
public sealed record CategoryPair(string Id, string Name, string First, string Second, int Customers, decimal Support, decimal Lift, bool SmallSample)
{
    private const decimal LeastSupport = 0.02m;
    private const decimal LeastLift = 1.5m;

    /// <summary>Pairs at or past both thresholds; highest lift first, then support, then ordinal.</summary>
    /// <param name="baskets">The categories of each customer that bought any.</param>
    internal static IReadOnlyList<CategoryPair> Of(IReadOnlyCollection<IReadOnlySet<string>> baskets, MetricSettings settings)
    {
        var counts = baskets.SelectMany(basket => basket).GroupBy(category => category, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Count(), StringComparer.Ordinal);
        return
        [
            .. baskets.SelectMany(Pairs).GroupBy(pair => pair).Select(pair => Of(pair.Key, pair.Count(), counts, baskets.Count, settings)).OfType<CategoryPair>()
                .OrderByDescending(pair => pair.Lift).ThenByDescending(pair => pair.Support)
                .ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal),
        ];
    }

    /// <summary>Thresholds are held by products, so that exactly 2 % and exactly 1.5 are not lost to a division.</summary>
    private static CategoryPair? Of((string First, string Second) pair, int both, Dictionary<string, int> counts, int customers, MetricSettings settings)
    {
        var (together, separate) = ((decimal)both * customers, (decimal)counts[pair.First] * counts[pair.Second]);
        return both >= LeastSupport * customers && together >= LeastLift * separate
            ? new CategoryPair(
                $"{pair.First} + {pair.Second}", $"{pair.First} + {pair.Second}", pair.First, pair.Second, both,
                (decimal)both / customers, together / separate, both < settings.MinimumSample)
            : null;
    }

    private static IEnumerable<(string First, string Second)> Pairs(IReadOnlySet<string> basket)
    {
        var categories = basket.Order(StringComparer.Ordinal).ToList();
        return categories.SelectMany((first, index) => categories.Skip(index + 1).Select(second => (first, second)));
    }
}
