using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>Customers that buy less than they did. Source: metrics.md, call list.</summary>
internal static class PlainCallList
{
    private const int FewestDays = 3;
    private const int LeastInterval = 3;

    public static JsonArray Of(PlainBook book, DateOnly end) =>
    [
        .. book.Orders(end.AddMonths(-12), end).GroupBy(sale => sale.Customer, StringComparer.Ordinal)
            .Select(own => Entry(book, own.Key, [.. own.Select(sale => sale.Day).Distinct().Order()], end)).OfType<JsonObject>()
            .OrderByDescending(entry => entry["revenueAtRisk"]!.GetValue<decimal>()).ThenBy(entry => entry["customerId"]!.GetValue<string>(), StringComparer.Ordinal),
    ];

    private static JsonObject? Entry(PlainBook book, string customer, List<DateOnly> days, DateOnly end)
    {
        if (days.Count < FewestDays)
        {
            return null;
        }

        var own = book.SalesOf(customer, DateOnly.MinValue, end);
        List<Sale> Within(DateOnly from, DateOnly to) => own.FindAll(sale => sale.Day >= from && sale.Day < to);
        var (last90, sameBefore) = (Within(end.AddDays(-90), end), Within(end.AddDays(-90 - 364), end.AddDays(-364)));
        var hasBase = sameBefore.Exists(sale => sale.IsOrder);
        var @base = hasBase ? Net(sameBefore) : Net(Within(end.AddMonths(-12), end)) * 90 / 365;
        var median = Math.Max(LeastInterval, days.Zip(days.Skip(1)).Select(pair => (decimal)(pair.Second.DayNumber - pair.First.DayNumber)).Median()!.Value);
        var since = end.DayNumber - 1 - days[^1].DayNumber;
        var (bought, usual) = (Categories(last90), hasBase ? Categories(sameBefore) : []);
        string[] reasons = [.. since > 2 * median ? ["a"] : Array.Empty<string>(), .. Net(last90) < @base / 2 ? ["b"] : Array.Empty<string>(), .. usual.Count > 0 && bought.Count * 2 <= usual.Count ? ["c"] : Array.Empty<string>()];
        return reasons.Length == 0 ? null : new()
        {
            ["customerId"] = customer,
            ["reasons"] = new JsonArray([.. reasons.Select(reason => (JsonNode)reason)]),
            ["daysSinceLastOrder"] = since,
            ["medianInterval"] = median,
            ["base"] = @base,
            ["last90Days"] = Net(last90),
            ["revenueAtRisk"] = Math.Max(0, @base - Net(last90)),
            ["expectedReorder"] = days[^1].AddDays((int)Math.Ceiling(median)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["lastCategoryDropped"] = LastDropped(own, [.. usual.Except(bought, StringComparer.Ordinal)]),
            ["ownerId"] = book.World.Customers.GetValueOrDefault(customer)?.Owner,
        };
    }

    private static decimal Net(List<Sale> sales) => sales.Sum(sale => sale.Net ?? 0);

    private static HashSet<string> Categories(List<Sale> sales) => [.. Bought(sales).Select(line => line.Category)];

    /// <summary>What was ordered for money; returns and free goods are no buying.</summary>
    private static IEnumerable<(DateOnly Day, string Category)> Bought(List<Sale> sales) => sales
        .SelectMany(sale => sale.Lines.Where(line => line is { Category: not null, IsPaid: true }).Select(line => (sale.Day, line.Category!)));

    /// <summary>Of the dropped categories the one bought last; ties by ordinal.</summary>
    private static string? LastDropped(List<Sale> sales, List<string> dropped) => Bought(sales).Where(line => dropped.Contains(line.Category))
        .OrderByDescending(line => line.Day).ThenBy(line => line.Category, StringComparer.Ordinal).Select(line => line.Category).FirstOrDefault();
}
