using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>Categories that go together. Source: metrics.md, cross-sell.</summary>
internal static class PlainCrossSell
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var baskets = Baskets(book, month.End.AddMonths(-12), month.End);
        var pairs = Pairs([.. baskets.Values]);
        return new()
        {
            ["pairs"] = new JsonArray([.. pairs.Select(pair => new JsonObject { ["first"] = pair.A, ["second"] = pair.B, ["support"] = pair.Support, ["lift"] = pair.Lift })]),
            ["offers"] = new JsonArray([.. PlainCustomers.Classes(book, month.End).Where(own => own.Class is "A" or "B" && baskets.ContainsKey(own.Id))
                .Select(own => (own.Id, Best: Best(pairs, baskets[own.Id]))).Where(own => own.Best is not null)
                .Select(own => new JsonObject { ["id"] = own.Id, ["category"] = own.Best })]),
        };
    }

    /// <summary>Customer to the categories bought.</summary>
    private static Dictionary<string, HashSet<string>> Baskets(PlainBook book, DateOnly from, DateOnly to) => book.Sales(from, to)
        .SelectMany(sale => sale.Lines.Where(line => line is { Category: not null, IsPaid: true }).Select(line => (sale.Customer, line.Category)))
        .GroupBy(line => line.Customer, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Select(line => line.Category!).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Support = customers with both ÷ customers, at least 2 %; lift = support ÷ (share with a × share with b), at least 1.5.</summary>
    private static List<(string A, string B, decimal Support, decimal Lift)> Pairs(List<HashSet<string>> baskets)
    {
        decimal With(params string[] categories) => baskets.Count(basket => categories.All(basket.Contains));
        var names = baskets.SelectMany(basket => basket).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. from a in names
               from b in names
               where string.CompareOrdinal(a, b) < 0
               let both = With(a, b)
               where both > 0 && both * 50 >= baskets.Count && both * baskets.Count * 2 >= With(a) * With(b) * 3
               select (a, b, both / baskets.Count, both * baskets.Count / (With(a) * With(b))),
        ];
    }

    /// <summary>The category not bought that goes best with one that is: by lift, then support, then ordinal.</summary>
    private static string? Best(List<(string A, string B, decimal Support, decimal Lift)> pairs, HashSet<string> basket) => pairs
        .Where(pair => basket.Contains(pair.A) != basket.Contains(pair.B))
        .Select(pair => (Missing: basket.Contains(pair.A) ? pair.B : pair.A, pair.Lift, pair.Support))
        .OrderByDescending(pair => pair.Lift).ThenByDescending(pair => pair.Support).ThenBy(pair => pair.Missing, StringComparer.Ordinal)
        .Select(pair => pair.Missing).FirstOrDefault();
}
