using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>Who buys, who came, who left. Source: metrics.md, customers.</summary>
internal static class PlainCustomers
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var (start, before) = (month.End.AddMonths(-12), month.End.AddMonths(-24));
        var (active, earlier) = (Active(book, start, month.End), Active(book, before, start));
        var bought = Active(book, month.Start, month.End);
        return new()
        {
            ["abc"] = new JsonArray([.. Classes(book, month.End).Select(own => new JsonObject
            {
                ["id"] = own.Id,
                ["revenue12Months"] = own.Revenue,
                ["shareBefore"] = own.ShareBefore,
                ["class"] = own.Class,
            })]),
            ["new"] = Ids(book.FirstOrders.Where(own => own.Value.Day >= month.Start && own.Value.Day < month.End && bought.Contains(own.Key)).Select(own => own.Key)),
            ["kept"] = Ids(active.Intersect(earlier, StringComparer.Ordinal)),
            ["lost"] = Ids(earlier.Except(active, StringComparer.Ordinal)),
            ["reactivated"] = Ids(active.Except(earlier, StringComparer.Ordinal).Where(id => book.FirstOrders[id].Day < start)),
            ["retention"] = Retention(Revenue(book, before, start), Revenue(book, start, month.End)),
            ["callList"] = PlainCallList.Of(book, month.End),
        };
    }

    /// <summary>By positive revenue of the 12 months, descending, ties by ordinal id; no class without positive revenue.</summary>
    public static IReadOnlyList<(string Id, decimal Revenue, decimal? ShareBefore, string? Class)> Classes(PlainBook book, DateOnly end)
    {
        var revenue = Revenue(book, end.AddMonths(-12), end);
        var (classes, total, before) = (new List<(string, decimal, decimal?, string?)>(), revenue.Values.Where(own => own > 0).Sum(), 0m);
        foreach (var (id, own) in revenue.OrderByDescending(own => own.Value).ThenBy(own => own.Key, StringComparer.Ordinal))
        {
            var isRanked = own > 0;
            var name = before < total * 0.80m ? "A" : before < total * 0.95m ? "B" : "C";
            classes.Add((id, own, isRanked ? before / total : null, isRanked ? name : null));
            before += isRanked ? own : 0;
        }

        return classes;
    }

    /// <summary>Customers with a sale in the days whose amount is known.</summary>
    public static Dictionary<string, decimal> Revenue(PlainBook book, DateOnly from, DateOnly to) => book.Sales(from, to).Where(sale => sale.Net is not null)
        .GroupBy(sale => sale.Customer, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Sum(sale => sale.Net!.Value), StringComparer.Ordinal);

    private static HashSet<string> Active(PlainBook book, DateOnly from, DateOnly to) => [.. book.Orders(from, to).Select(sale => sale.Customer)];

    /// <summary>Of the customers whose base is above zero; gross caps each at its base and floors it at zero.</summary>
    private static JsonObject Retention(Dictionary<string, decimal> then, Dictionary<string, decimal> now)
    {
        var own = then.Where(before => before.Value > 0).Select(before => (Base: before.Value, Now: now.GetValueOrDefault(before.Key))).ToList();
        var total = own.Sum(customer => customer.Base);
        return new()
        {
            ["net"] = own.Sum(customer => customer.Now).Over(total),
            ["gross"] = own.Sum(customer => Math.Clamp(customer.Now, 0, customer.Base)).Over(total),
        };
    }

    private static JsonArray Ids(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal).Select(id => (JsonNode)id)];
}
