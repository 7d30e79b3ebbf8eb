using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What the month's sales leave out. Source: metrics.md, rule 4 and data quality.</summary>
internal static class PlainDataQuality
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var sales = book.Sales(month.Start, month.End).ToList();
        var lines = sales.SelectMany(sale => sale.Lines.Select(line => (Sale: sale, Line: line))).ToList();
        var byAmount = sales.TrueForAll(sale => sale.Net is not null);
        decimal Weight(SoldLine line) => byAmount ? Math.Abs(line.Net!.Value) : 1;
        decimal? Share(Func<Sale, SoldLine, bool> has) =>
            lines.Where(entry => has(entry.Sale, entry.Line)).Sum(entry => Weight(entry.Line)).Over(lines.Sum(entry => Weight(entry.Line)));
        return new()
        {
            ["daysWithoutOrders"] = new JsonArray([.. Silent(book, month).Select(day => (JsonNode)day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]),
            ["coverages"] = new JsonObject
            {
                ["exchangeRate"] = ((decimal)sales.Count(sale => sale.Net is not null)).Over(sales.Count),
                ["cost"] = Share((_, line) => line is { Net: not null, Cost: not null }),
                ["listPrice"] = Share((_, line) => line is { Net: not null, List: not null }),
                ["category"] = Share((_, line) => line.Category is not null),
                ["seller"] = Share((sale, _) => sale.Rep is not null),
                ["channel"] = Share((sale, _) => sale.Channel is not null),
                ["customerRecord"] = Share((sale, _) => book.World.Customers.ContainsKey(sale.Customer)),
            },
        };
    }

    /// <summary>Working days since the first order of all on which nothing came; a part of the company need not sell every day.</summary>
    private static IEnumerable<DateOnly> Silent(PlainBook book, PlainPeriod month)
    {
        for (var day = month.Start; day < month.End && book.World.Scope == "company"; day = day.AddDays(1))
        {
            if (PlainCalendar.IsWorked(day) && day >= book.World.OrdersBegan() && !book.Sales(day, day.AddDays(1)).Any())
            {
                yield return day;
            }
        }
    }
}
