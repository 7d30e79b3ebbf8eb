using System.Globalization;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The published data sets read straight from their files, with nothing of the product's import or its mappings.</summary>
internal static class PublishedData
{
    public static PlainSettings Dollars { get; } = new("USD");

    public static PlainWorld Northwind()
    {
        var lines = Rows("northwind", "order_details.csv").ToLookup(cells => cells[0], Line, StringComparer.Ordinal);
        return Empty with
        {
            Orders = [.. Rows("northwind", "orders.csv").Select(cells =>
                new PlainOrder(cells[0], Day(cells[3][..10], "yyyy-MM-dd"), cells[1], "booked", "USD", [.. lines[cells[0]]]) { Rep = cells[2] })],
            Products = Rows("northwind", "products.csv").ToDictionary(
                cells => cells[0], cells => new PlainProduct(null, "USD") { Category = cells[3], ListPrice = Number(cells[5]) }, StringComparer.Ordinal),
            Customers = Rows("northwind", "customers.csv").ToDictionary(cells => cells[0], cells => new PlainCustomer(cells[1], null, cells[6] == "NULL" ? null : cells[6], null), StringComparer.Ordinal),
            Reps = Rows("northwind", "employees.csv").ToDictionary(cells => cells[0], cells => new PlainRep(cells[1], null), StringComparer.Ordinal),
        };
    }

    public static PlainWorld CrmPipeline() => Empty with
    {
        Deals = [.. Rows("crm-pipeline", "sales_pipeline.csv").Select(cells => new PlainDeal(Outcome(cells[4]), DayOrNone(cells[5]), DayOrNone(cells[6]))
        {
            Id = cells[0],
            Rep = cells[1],
            Customer = cells[3].Length == 0 ? null : cells[3],
            Stage = cells[4] == "Engaging" ? "Engaged" : cells[4],
            Amount = cells[7].Length == 0 ? null : Number(cells[7]),
            Currency = "USD",
            ClosedAt = DayOrNone(cells[6])?.ToDateTime(TimeOnly.MinValue),
        })],
        Reps = Rows("crm-pipeline", "sales_teams.csv").ToDictionary(cells => cells[0], cells => new PlainRep(cells[0], cells[2]), StringComparer.Ordinal),
    };

    private static PlainWorld Empty => new(Dollars, [], [], [], new Dictionary<string, PlainProduct>(StringComparer.Ordinal), new PlainRates([]), []);

    private static PlainLine Line(IReadOnlyList<string> cells) => new(cells[1], Number(cells[3]), Number(cells[2]) * Number(cells[3]) * (1 - Number(cells[4])), null);

    private static string Outcome(string stage) => stage switch { "Won" => "won", "Lost" => "lost", _ => "open" };

    private static DateOnly? DayOrNone(string text) => text.Length == 0 ? null : Day(text, "M/d/yyyy");

    private static DateOnly Day(string text, string format) => DateOnly.ParseExact(text, format, CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<IReadOnlyList<string>> Rows(string set, string file) =>
        File.ReadLines(Path.Combine(SharedData.Folder(set), file)).Skip(1).Where(line => line.Length > 0).Select(CanonicalRows.Cells);
}
