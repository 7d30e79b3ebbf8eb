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
            Orders = [.. Rows("northwind", "orders.csv").Select(cells => new PlainOrder(cells[0], Day(cells[3][..10], "yyyy-MM-dd"), cells[1], "booked", "USD", [.. lines[cells[0]]]))],
        };
    }

    public static PlainWorld CrmPipeline() => Empty with
    {
        Deals = [.. Rows("crm-pipeline", "sales_pipeline.csv").Select(cells => new PlainDeal(Outcome(cells[4]), DayOrNone(cells[5]), DayOrNone(cells[6])))],
    };

    private static PlainWorld Empty => new(Dollars, [], [], [], new Dictionary<string, PlainProduct>(StringComparer.Ordinal), new PlainRates([]), []);

    private static PlainLine Line(string[] cells) => new(cells[1], Number(cells[3]), Number(cells[2]) * Number(cells[3]) * (1 - Number(cells[4])), null);

    private static string Outcome(string stage) => stage switch { "Won" => "won", "Lost" => "lost", _ => "open" };

    private static DateOnly? DayOrNone(string text) => text.Length == 0 ? null : Day(text, "M/d/yyyy");

    private static DateOnly Day(string text, string format) => DateOnly.ParseExact(text, format, CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string set, string file) =>
        File.ReadLines(Path.Combine(SharedData.Folder(set), file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
}
