using SalesReports.Facts;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>Mode full says which kinds were given whole: only those of which every row could be read.</summary>
public sealed class FullModeTests
{
    private const string Full = """{ "mode": "full" }""";
    private const string Orders = "order_id,ordered_at,customer_id,quantity,net_amount\nO1,2026-03-01,C1,1,10\n";

    [Fact]
    public async Task Kinds_that_could_be_read_are_whole() =>
        Assert.Equal([FactKind.Reps, FactKind.Orders], (await Pulled.FromAsync(("import.json", Full), ("orders.csv", Orders), ("reps.csv", "rep_id,name\nR1,Ann\n"))).Wholes);

    [Fact]
    public async Task Mode_delta_says_so_of_none() => Assert.Empty((await Pulled.FromAsync(("orders.csv", Orders))).Wholes);

    [Fact]
    public async Task A_rejected_row_keeps_its_kind_from_being_whole_and_says_so()
    {
        var pulled = await Pulled.FromAsync(("import.json", Full), ("orders.csv", Orders + "O2,someday,C1,1,10\n"), ("reps.csv", "rep_id,name\nR1,Ann\n"));

        Assert.Equal([FactKind.Reps], pulled.Wholes);
        Assert.Contains(pulled.Rejections, rejection => rejection.Line == 0 && rejection.Reason.Contains("1 rows of orders were rejected, so in mode full nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_history_that_could_not_be_read_keeps_its_deals_from_being_whole() => Assert.Empty((await Pulled.FromAsync(
        ("import.json", Full), ("opportunities.csv", "opportunity_id,stage\nD1,S\n"), ("stage_history.csv", "opportunity_id,stage\nD1,S\n"))).Wholes);

    [Fact]
    public async Task Lines_that_the_mapping_names_and_nobody_has_keep_orders_from_being_whole() => Assert.Empty((await Pulled.FromAsync(
        ("import.json", """{ "mode": "full", "order_lines": { "file": "lines.csv" } }"""), ("orders.csv", Orders))).Wholes);
}
