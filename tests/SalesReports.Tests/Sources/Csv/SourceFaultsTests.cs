using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

public sealed class SourceFaultsTests
{
    [Fact]
    public async Task A_missing_folder_is_a_matter_of_configuration()
    {
        var exception = await Assert.ThrowsAsync<SourceException>(() => Pulled.FromAsync(new FolderFiles("/nowhere/at-all"), CsvOptions.Default));

        Assert.Equal((SourceFault.Configuration, "The import folder '/nowhere/at-all' does not exist; name an existing folder with files such as orders.csv."), (exception.Fault, exception.Message));
    }

    [Fact]
    public async Task So_is_a_folder_without_any_known_file()
    {
        var exception = await Assert.ThrowsAsync<SourceException>(() => Pulled.FromAsync(("notes.csv", "a\n1\n")));

        Assert.Equal(SourceFault.Configuration, exception.Fault);
        Assert.Contains("has no file to import; customers.csv", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_and_a_wrong_header_stop_that_file_only()
    {
        var pulled = await Pulled.FromAsync(("leads.csv", ""), ("orders.csv", "order_id,ordered_at,customer_id,quantity\n1,2026-11-02,C,1\n"), ("customers.csv", "customer_id,name\n1,Acme\n"));

        Assert.Equal("Acme", pulled.Only<Customer>().Name);
        Assert.Equal([("orders.csv", 0L), ("leads.csv", 0L)], pulled.Rejections.Select(rejection => (rejection.File, rejection.Line)));
        Assert.Equal("orders.csv is not read as orders because the required column net_amount or unit_price is missing; it has order_id, ordered_at, customer_id, quantity.", pulled.Rejections[0].Reason);
        Assert.StartsWith("leads.csv is empty", pulled.Rejections[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_a_file_that_cannot_be_read_is_left_out_with_it()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", "order_id\n1\n"), ("order_lines.csv", "order_id,quantity,net_amount\n1,1,1\n"), ("stage_history.csv", "opportunity_id,stage,entered_at\nP,a,2026-11-02\n"));

        Assert.Equal(["orders.csv", "order_lines.csv", "stage_history.csv"], pulled.Rejections.Select(rejection => rejection.File));
        Assert.All(pulled.Rejections, rejection => Assert.Equal(0, rejection.Line));
    }

    [Fact]
    public async Task Orders_whose_lines_cannot_be_read_are_left_out_with_them()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", "order_id,ordered_at,customer_id\n1,2026-11-02,C\n"), ("order_lines.csv", "order_id,quantity\n1,1\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal([("order_lines.csv", 0L), ("orders.csv", 0L)], pulled.Rejections.Select(rejection => (rejection.File, rejection.Line)));
    }

    [Fact]
    public async Task A_header_alone_is_an_empty_list()
    {
        var pulled = await Pulled.FromAsync(("customers.csv", "customer_id,name\n\n"));

        Assert.Empty(pulled.Facts);
        Assert.Empty(pulled.Rejections);
    }

    [Fact]
    public async Task The_folder_comes_from_the_setting()
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-test-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Customers.CSV"), "customer_id,name\n1,Acme\n", TestContext.Current.CancellationToken);
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ImportFolder", folder.FullName)]).Build();
            await using var services = new ServiceCollection().AddSingleton(Pulled.Paris).AddSources(configuration).BuildServiceProvider();

            var source = Assert.Single(services.GetServices<ISource>());
            var facts = await source.PullAsync(PullWindow.Everything, new Pulled(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

            Assert.Equal(("csv", "Acme"), (source.Name, Assert.IsType<Customer>(Assert.Single(facts)).Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
