using System.Text;
using SalesReports.Facts;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

public sealed class HostileCellsTests
{
    [Fact]
    public async Task Control_characters_are_refused_in_ids_and_dropped_from_texts()
    {
        var pulled = await Pulled.FromAsync(("customers.csv", "customer_id,name\n1\u0000,Acme\n2,A\u0007cme\u001b[31m\tLtd\n"));

        Assert.Equal("Acme[31m\tLtd", pulled.Only<Customer>().Name);
        Assert.Equal((2L, "customer_id"), (pulled.Rejections[0].Line, pulled.Rejections[0].Column));
    }

    [Fact]
    public async Task A_cell_of_a_megabyte_refuses_its_row_and_is_told_shortened()
    {
        var pulled = await Pulled.FromAsync(("customers.csv", $"customer_id,name,notes\n1,{new string('x', 1_000_000)},\n2,Acme,{new string('y', 1_000_000)}\n{new string('z', 201)},Long,\n"));

        Assert.Equal("2", pulled.Only<Customer>().Id);
        Assert.Equal([(2L, "name"), (4L, "customer_id")], pulled.Rejections.Select(rejection => (rejection.Line, rejection.Column!)));
        Assert.All(pulled.Rejections, rejection => Assert.Equal(200, rejection.Value!.Length));
    }

    [Fact]
    public async Task A_formula_is_a_text_like_any_other()
    {
        var pulled = await Pulled.FromAsync(("customers.csv", "customer_id,name\n1,\"=HYPERLINK(\"\"x\"\")\"\n"));

        Assert.Equal("=HYPERLINK(\"x\")", pulled.Only<Customer>().Name);
    }

    [Fact]
    public async Task A_file_of_too_many_columns_is_left_out()
    {
        var pulled = await Pulled.FromAsync(("customers.csv", "customer_id,name" + new string(',', 2_000) + "\n1,Acme\n"));

        Assert.Contains("more than 1000 columns", Assert.Single(pulled.Rejections).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_rows_can_be_corrected_and_sent_again()
    {
        var pulled = await Pulled.FromAsync(
            ("customers.csv", "customer_id;name\n1;\n2;a;b\n"),
            ("orders.csv", "order_id,ordered_at,customer_id,quantity,net_amount,sku\n=1+1,soon,@C,-5,-1 234.50,\"-a \"\"b\"\"\"\n"),
            ("spend.csv", ""));
        using var stream = new MemoryStream();

        await RejectedRows.WriteAsync(pulled.Rejections, stream, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "\uFEFFcustomer_id,name,rejected_file,rejected_line,rejected_column,rejected_because",
                "1,,customers.csv,2,name,\"name is empty; it is required.\"",
                "2,a | b,customers.csv,3,,\"The row has 3 cells, the header has 2; a cell that holds the delimiter must be quoted.\"",
                "",
                "order_id,ordered_at,customer_id,quantity,net_amount,sku,rejected_file,rejected_line,rejected_column,rejected_because",
                "'=1+1,soon,'@C,-5,-1 234.50,\"'-a \"\"b\"\"\",orders.csv,2,ordered_at,\"ordered_at is not a date from 1900 to 2100; write it like 2026-11-30 or 2026-11-30T14:05:00+01:00.\"",
                "",
                "rejected_file,rejected_line,rejected_column,rejected_because",
                "spend.csv,0,,\"spend.csv is empty; a first line with the column names is needed, at least date, channel, amount.\"",
                "",
            ],
            Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n"));
    }

    [Fact]
    public async Task Rows_without_a_known_header_get_numbered_columns()
    {
        using var stream = new MemoryStream();

        await RejectedRows.WriteAsync([new Rejection("a.csv", 2, null, null, "Wrong.", ["x", "\t=1"])], stream, TestContext.Current.CancellationToken);

        Assert.Equal("\uFEFFcolumn_1,column_2,rejected_file,rejected_line,rejected_column,rejected_because\r\nx,\"'\t=1\",a.csv,2,,Wrong.\r\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
