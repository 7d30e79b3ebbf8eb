using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Sources;
using SalesReports.Sources.Csv;
using SalesReports.Sources.Csv.Mapping;

namespace SalesReports.Tests.Sources.Csv;

public sealed class MappingTests
{
    private const string Sales = "Nr;Datum;Kunde;Menge;Preis;Status;Art\n1;02.11.2026;K1;2;1.234,50;;A-1\n";

    [Fact]
    public async Task A_foreign_file_needs_no_editing()
    {
        var pulled = await MappedAsync("""
            {
              // what the till writes
              "mode": "delta",
              "sourceChannels": { "google-ads": "web" },
              "orders": {
                "file": "sales.csv", "culture": "de-DE", "dateFormat": "dd.MM.yyyy", "encoding": "utf-8", "delimiter": ";",
                "columns": { "order_id": "'DE-' + Nr", "ordered_at": "datum", "customer_id": "Kunde", "quantity": "Menge", "unit_price": "Preis", "net_amount": "Menge * Preis * 0.9", "sku": "Art", "product": "Art" },
                "values": { "product": { "a-1": "Pump" } },
                "defaults": { "status": "return" },
                "constants": { "currency": "CHF" },
                "joins": { "category": { "from": "list.csv", "by": "Art", "key": "code", "take": "group" } },
              }
            }
            """, ("sales.csv", Sales), ("list.csv", "group,code\nParts,A-1\n"));

        Assert.Empty(pulled.Rejections);
        var order = pulled.Only<Order>();
        Assert.Equal(("DE-1", new DateOnly(2026, 11, 2), OrderStatus.Return, (Currency?)Currency.Parse("CHF")), (order.Id, order.OrderedAt.Day, order.Status, order.Currency));
        Assert.Equal(new OrderLine { Number = 1, Sku = "A-1", Product = "Pump", Category = "Parts", Quantity = 2, Net = 2222.1m, PricedNet = 2469m }, Assert.Single(order.Lines));
    }

    [Fact]
    public async Task Mode_and_source_channels_are_there_for_others()
    {
        var source = new CsvSource(MadeFiles.Of(("import.json", """{ "mode": "delta", "sourceChannels": { "Google-Ads": "web" } }""")), Pulled.Paris, CsvOptions.Default);

        var mapping = await source.ReadMappingAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ImportMode.Delta, "web"), (mapping.Mode, mapping.SourceChannels["google-ads"]));
    }

    [Fact]
    public async Task A_column_of_the_same_name_by_chance_can_be_switched_off()
    {
        var pulled = await MappedAsync("""{ "customers": { "columns": { "segment": null } } }""", ("customers.csv", "customer_id,name,segment\n1,Acme,7\n"));

        Assert.Null(pulled.Only<Customer>().Segment);
    }

    [Fact]
    public async Task A_name_of_two_columns_keeps_the_one_that_is_there()
    {
        var pulled = await MappedAsync("""{ "reps": { "columns": { "rep_id": "No", "name": "First Name + ' ' + Last" } } }""", ("reps.csv", "No,First Name,Last\n1,Ann,\n2,NULL,\n3,Bo,Lund\n"));

        Assert.Equal(["Ann", "Bo Lund"], pulled.All<Rep>().Select(rep => rep.Name));
        Assert.Equal((3L, "name"), (Assert.Single(pulled.Rejections).Line, pulled.Rejections[0].Column));
    }

    [Fact]
    public async Task A_mapping_may_lie_elsewhere()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, """{ "customers": { "file": "kunden.csv", "columns": { "customer_id": "Nr", "name": "Name" } } }""", TestContext.Current.CancellationToken);
        try
        {
            var pulled = await Pulled.FromAsync(MadeFiles.Of(("kunden.csv", "Nr;Name\n1;Acme\n")), new() { MappingFile = path });
            Assert.Equal("Acme", pulled.Only<Customer>().Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("{ \"orders\": ", "not JSON (line 1)")]
    [InlineData("[]", "the whole must be an object")]
    [InlineData("""{ "invoices": {} }""", "'invoices' is neither a kind nor a setting; accepted are mode, sourceChannels, customers")]
    [InlineData("""{ "orders": { "colums": {} } }""", "unknown property 'colums'; accepted are file, culture, dateFormat")]
    [InlineData("""{ "orders": { "columns": { "price": "P" } } }""", "unknown column 'price'; orders has order_id")]
    [InlineData("""{ "orders": { "values": { "state": {} } } }""", "unknown column 'state'")]
    [InlineData("""{ "orders": { "defaults": { "currency": {} } } }""", "orders.defaults.currency must be a text")]
    [InlineData("""{ "orders": { "culture": "xx-nowhere" } }""", "orders.culture is 'xx-nowhere'")]
    [InlineData("""{ "orders": { "dateFormat": "HH:mm" } }""", "orders.dateFormat is 'HH:mm'")]
    [InlineData("""{ "orders": { "encoding": "klingon" } }""", "orders.encoding is 'klingon'")]
    [InlineData("""{ "orders": { "delimiter": "::" } }""", "orders.delimiter is '::'")]
    [InlineData("""{ "orders": { "joins": { "sku": { "from": "x", "by": "y" } } } }""", "orders.joins.sku needs from, by and take")]
    [InlineData("""{ "orders": { "columns": { "sku": "A" }, "constants": { "sku": "B" } } }""", "fills 'sku' twice")]
    [InlineData("""{ "mode": "some" }""", "mode is 'some'; full and delta are accepted")]
    public async Task A_wrong_mapping_is_told_in_one_sentence(string json, string expected)
    {
        var exception = await Assert.ThrowsAsync<SourceException>(() => MappedAsync(json, ("orders.csv", "order_id\n1\n")));

        Assert.Equal(SourceFault.Configuration, exception.Fault);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "orders": { "columns": { "order_id": "Number" } } }""", "'Number' is not a column of orders.csv, which has a, b")]
    [InlineData("""{ "orders": { "columns": { "order_id": "a + c" } } }""", "'c' is not a column of orders.csv, which has a, b")]
    [InlineData("""{ "orders": { "columns": { "net_amount": "a * c" } } }""", "'c' is neither a number nor a column of orders.csv, which has a, b")]
    [InlineData("""{ "orders": { "columns": { "net_amount": "a * b + a" } } }""", "'a * b + a' is not understood")]
    [InlineData("""{ "orders": { "joins": { "sku": { "from": "nothing", "by": "a", "take": "b" } } } }""", "takes from 'nothing', which is no file")]
    [InlineData("""{ "orders": { "joins": { "sku": { "from": "customers", "by": "c", "take": "b" } } } }""", "'c' is not a column of orders.csv, which has a, b")]
    [InlineData("""{ "orders": { "joins": { "sku": { "from": "customers", "by": "a", "key": "name", "take": "b" } } } }""", "'b' is not a column of customers.csv, which has customer_id, name")]
    [InlineData("""{ "orders": { "file": "sales.csv" } }""", "names the file sales.csv, but folder 'made' has")]
    public async Task A_mapping_that_does_not_fit_its_file_leaves_out_that_file_alone(string json, string expected)
    {
        var pulled = await MappedAsync(json, ("orders.csv", "a,b\n1,2\n"), ("customers.csv", "customer_id,name\n1,Acme\n"));

        Assert.Equal("Acme", pulled.Only<Customer>().Name);
        var rejection = Assert.Single(pulled.Rejections);
        Assert.Equal(0, rejection.Line);
        Assert.Contains(expected, rejection.Reason, StringComparison.Ordinal);
    }

    private static Task<Pulled> MappedAsync(string json, params (string Name, string Text)[] files) =>
        Pulled.FromAsync([("import.json", json), .. files]);
}
