using System.Globalization;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>The published data sets through the mappings kept with the tests, against a plain reading of the same files.</summary>
public sealed class RealDataTests
{
    [Fact]
    public async Task Northwind_comes_in_whole()
    {
        var pulled = await ReadAsync("northwind");

        Assert.Empty(pulled.Rejections);
        Assert.Empty(pulled.Findings);
        var orders = pulled.All<Order>();
        Assert.Equal((809, 2082), (orders.Count, orders.Sum(order => order.Lines.Count)));
        Assert.Equal((91, 9, 77), (pulled.All<Customer>().Count, pulled.All<Rep>().Count, pulled.All<Product>().Count));
        var plain = Rows("northwind", "order_details.csv").Sum(cells => Number(cells[2]) * Number(cells[3]) * (1 - Number(cells[4])));
        Assert.Equal(plain, orders.Sum(order => order.Lines.Sum(line => line.Net)));
        Assert.All(orders, order => Assert.Equal(Currency.Parse("USD"), order.Currency));
        Assert.All(orders.SelectMany(order => order.Lines), line => Assert.Null(line.UnitCost));
        Assert.Equal((new DateOnly(1996, 7, 4), new DateOnly(1998, 5, 4)), (orders.Min(order => order.OrderedAt.Day), orders.Max(order => order.OrderedAt.Day)));
        Assert.Equal("Nancy Davolio", pulled.All<Rep>().Single(rep => rep.Id == "1").Name);
        Assert.Equal("Antonio Moreno Taquería", pulled.All<Customer>().Single(customer => customer.Id == "ANTON").Name);
        var line = orders.Single(order => order.Id == "10248").Lines[0];
        Assert.Equal(new OrderLine { Number = 1, Sku = "11", Product = "Queso Cabrales", Category = "4", Quantity = 12, ListUnitPrice = 21m, Net = 168m }, line);
    }

    [Fact]
    public async Task The_crm_pipeline_comes_in_whole()
    {
        var pulled = await ReadAsync("crm-pipeline");

        Assert.Empty(pulled.Rejections);
        var opportunities = pulled.All<Opportunity>();
        var rows = Rows("crm-pipeline", "sales_pipeline.csv").ToList();
        Assert.Equal((8800, 8800), (rows.Count, opportunities.Count));
        Assert.Equal((4238, 2473, 2089), (Count(Outcome.Won), Count(Outcome.Lost), Count(Outcome.Open)));
        Assert.Equal(rows.Count(cells => cells[4] == "Engaging"), opportunities.Count(opportunity => opportunity.Stage == "Engaged"));
        Assert.Equal(rows.Sum(cells => cells[7].Length == 0 ? 0 : Number(cells[7])), opportunities.Sum(opportunity => opportunity.Amount ?? 0));
        Assert.Equal(1480, opportunities.Count(opportunity => opportunity.Product == "GTX Pro" && opportunity.ListAmount == 4821m));
        Assert.All(opportunities, opportunity => Assert.NotNull(opportunity.ListAmount));
        var first = opportunities.Single(opportunity => opportunity.Id == "1C1I7A6R");
        Assert.Equal((new DateOnly(2016, 10, 20), new DateOnly(2017, 3, 1)), (first.CreatedAt!.Value.Day, first.ClosedAt!.Value.Day));
        Assert.Equal((35, 85, 7), (pulled.All<Rep>().Count, pulled.All<Customer>().Count, pulled.All<Product>().Count));
        Assert.Equal("Central", pulled.All<Rep>().Single(rep => rep.Id == "Anna Snelling").Team);

        int Count(Outcome outcome) => opportunities.Count(opportunity => opportunity.Outcome == outcome);
    }

    private static async Task<Pulled> ReadAsync(string name)
    {
        var folder = SharedData.Copy(name);
        try
        {
            return await Pulled.FromAsync(new FolderFiles(folder), CsvOptions.Default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string[]> Rows(string name, string file) =>
        File.ReadLines(Path.Combine(SharedData.Folder(name), file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
