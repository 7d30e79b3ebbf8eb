using SalesReports.Facts;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>An order comes in whole or not at all. Source: imports.md.</summary>
public sealed class WholeOrdersTests
{
    private const string Header = "order_id,ordered_at,customer_id,status,line_no,quantity,net_amount,updated_at,deleted\n";

    [Fact]
    public async Task A_line_that_cannot_be_read_refuses_each_line_of_its_order()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", Header + "A,2026-11-02,C,,1,1,10,,\nA,2026-11-02,C,,2,many,10,,\nA,2026-11-02,C,,3,1,10,,\nB,2026-11-02,C,,1,1,10,,\n"));

        Assert.Equal("B", pulled.Only<Order>().Id);
        Assert.Equal([2L, 3L, 4L], pulled.Rejections.Select(rejection => rejection.Line));
        Assert.Equal(("quantity", "many"), (pulled.Rejections[1].Column, pulled.Rejections[1].Value));
        Assert.All([pulled.Rejections[0], pulled.Rejections[2]], rejection => Assert.Contains("Line 3 of orders.csv", rejection.Reason, StringComparison.Ordinal));
        Assert.All(pulled.Rejections, rejection => Assert.Equal(9, rejection.Row!.Count));
    }

    [Theory]
    [InlineData("ordered_at", "A,2026-11-02,C,,1,1,10,,", "A,2026-11-03,C,,2,1,10,,")]
    [InlineData("customer_id", "A,2026-11-02,C,,1,1,10,,", "A,2026-11-02,D,,2,1,10,,")]
    [InlineData("status", "A,2026-11-02,C,booked,1,1,10,,", "A,2026-11-02,C,return,2,1,10,,")]
    public async Task Order_columns_that_contradict_each_other_refuse_the_order(string column, string one, string other)
    {
        var pulled = await Pulled.FromAsync(("orders.csv", $"{Header}{one}\n{other}\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal([2L, 3L], pulled.Rejections.Select(rejection => rejection.Line));
        Assert.Equal(column, pulled.Rejections[1].Column);
    }

    [Theory]
    [InlineData("rep_id", "R1", "R2")]
    [InlineData("channel", "edi", "rep")]
    [InlineData("currency", "EUR", "USD")]
    public async Task So_do_rep_channel_and_currency(string column, string one, string other)
    {
        var pulled = await Pulled.FromAsync(("orders.csv", $"order_id,ordered_at,customer_id,quantity,net_amount,{column}\nA,2026-11-02,C,1,1,{one}\nA,2026-11-02,C,1,2,{other}\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal(column, pulled.Rejections[1].Column);
    }

    [Fact]
    public async Task Empty_cells_contradict_nothing_and_the_newest_change_counts()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", Header + "A,,,return,1,1,10,2026-11-05T10:00:00Z,\nA,2026-11-02,C,,2,1,11,2026-11-06T10:00:00Z,\n"));

        var order = pulled.Only<Order>();
        Assert.Empty(pulled.Rejections);
        Assert.Equal(("C", OrderStatus.Return, new DateOnly(2026, 11, 2)), (order.CustomerId, order.Status, order.OrderedAt.Day));
        Assert.Equal(new DateTimeOffset(2026, 11, 6, 10, 0, 0, TimeSpan.Zero), order.ModifiedAt);
    }

    [Fact]
    public async Task An_order_without_day_or_customer_on_any_line_is_refused()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", Header + "A,,C,,1,1,10,,\nB,2026-11-02,,,1,1,10,,\n,2026-11-02,C,,1,1,10,,\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal(["ordered_at", "customer_id", "order_id"], pulled.Rejections.OrderBy(rejection => rejection.Line).Select(rejection => rejection.Column));
    }

    [Fact]
    public async Task The_same_line_twice_counts_once_and_a_different_one_refuses_the_order()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", Header + "A,2026-11-02,C,,1,1,10,,\nA,2026-11-02,C,,1,1,10.00,,\nB,2026-11-02,C,,1,1,10,,\nB,2026-11-02,C,,1,1,12,,\n"));

        Assert.Equal(("A", 1), (pulled.Only<Order>().Id, pulled.Only<Order>().Lines.Count));
        Assert.Equal([4L, 5L], pulled.Rejections.Select(rejection => rejection.Line));
        Assert.Equal("line_no", pulled.Rejections[1].Column);
    }

    [Fact]
    public async Task Lines_without_numbers_are_numbered_as_they_stand()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", "order_id,ordered_at,customer_id,sku,quantity,net_amount\nA,2026-11-02,C,x,1,10\nA,2026-11-02,C,x,1,10\nA,2026-11-02,C,y,1,5\n"));

        Assert.Equal([(1, "x"), (2, "x"), (3, "y")], pulled.Only<Order>().Lines.Select(line => (line.Number, line.Sku!)));
    }

    [Fact]
    public async Task Lines_of_their_own_file_join_their_order_and_strays_are_told()
    {
        var pulled = await Pulled.FromAsync(
            ("orders.csv", "order_id,ordered_at,customer_id\nB,2026-11-03,C\nA,2026-11-02,C\nE,2026-11-02,C\n"),
            ("order_lines.csv", "order_id,line_no,quantity,unit_price,discount_percent\nA,2,1,10,\nB,1,2,5,10\nZ,1,1,1,\nA,1,1,20,\n"));

        Assert.Equal([("A", 30m), ("B", 9m)], pulled.All<Order>().Select(order => (order.Id, order.Lines.Sum(line => line.Net))));
        Assert.Equal([("orders.csv", 4L), ("order_lines.csv", 4L)], pulled.Rejections.Select(rejection => (rejection.File, rejection.Line)));
        Assert.Contains("no line", pulled.Rejections[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no order 'Z'", pulled.Rejections[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_in_the_file_of_lines_refuses_the_order_there_and_here()
    {
        var pulled = await Pulled.FromAsync(
            ("orders.csv", "order_id,ordered_at,customer_id\nA,2026-11-02,C\n"),
            ("order_lines.csv", "order_id,line_no,quantity,unit_price\nA,1,1,10\nA,2,x,10\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal([("orders.csv", 2L), ("order_lines.csv", 2L), ("order_lines.csv", 3L)], pulled.Rejections.Select(rejection => (rejection.File, rejection.Line)));
    }

    [Fact]
    public async Task A_row_with_a_shifted_cell_refuses_its_order()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", "order_id,ordered_at,customer_id,quantity,net_amount\nA,2026-11-02,C,1,10\nA,2026-11-02,C,1,1,50\nB,2026-11-02,C,1,10\n"));

        Assert.Equal("B", pulled.Only<Order>().Id);
        Assert.Equal(2, pulled.Rejections.Count);
        Assert.Contains("6 cells", pulled.Rejections[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_order_needs_no_line()
    {
        var pulled = await Pulled.FromAsync(("orders.csv", Header + "A,2026-11-02,C,,,,,2026-11-05,oui\n"));

        Assert.True(pulled.Only<Order>().Deleted);
        Assert.Empty(pulled.Only<Order>().Lines);
    }

    [Fact]
    public async Task More_rows_of_one_id_than_allowed_are_all_left_out()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(line => $"A,2026-11-02,C,,{line},1,10,,\n"));
        var pulled = await Pulled.FromAsync(MadeFiles.Of(("orders.csv", Header + rows + "B,2026-11-02,C,,1,1,10,,\n")), new() { RowsOfOneId = 4 });

        Assert.Equal("B", pulled.Only<Order>().Id);
        Assert.Equal([2L, 3L, 4L, 5L, 6L, 7L], pulled.Rejections.Select(rejection => rejection.Line).Order());
    }
}
