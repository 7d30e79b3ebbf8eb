using SalesReports.Facts;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

public sealed class CsvCheckTests
{
    [Fact]
    public async Task A_check_tells_counts_days_totals_and_rejections()
    {
        var files = MadeFiles.Of(
            ("orders.csv", "order_id,ordered_at,customer_id,status,currency,quantity,net_amount,unit_price\n1,2026-11-02,C,,EUR,1,100,\n1,2026-11-02,C,,EUR,1,20,25\n2,2026-11-05,C,return,EUR,1,30,\n3,2026-11-01,C,open,EUR,1,7,\n4,2026-11-04,C,,USD,1,5,\n5,soon,C,,USD,1,5,\n"),
            ("opportunities.csv", "opportunity_id,stage,outcome,created_at,closed_at,amount\nP,a,won,2026-10-01,2026-11-02,10\nQ,a,,,,5\n"),
            ("spend.csv", "date,channel,amount\n2026-11-02,web,3\n2026-11-02,web,4\n"),
            ("reps.csv", "nothing\n"));

        var result = await CsvCheck.RunAsync(new CsvSource(files, Pulled.Paris, CsvOptions.Default), TestContext.Current.CancellationToken);

        Assert.Equal([FactKind.Reps, FactKind.Orders, FactKind.Opportunities, FactKind.Spend], result.Kinds.Select(kind => kind.Kind));
        var orders = result.Kinds[1];
        Assert.Equal(new CheckedFile("orders", "orders.csv", 6, 1), Assert.Single(orders.Files));
        Assert.Equal((4L, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 5)), (orders.Facts, orders.FirstDay, orders.LastDay));
        Assert.Equal([new("EUR", 90m), new("USD", 5m)], orders.Totals);
        Assert.Equal([new("booked", 2L), new("open", 1L), new("return", 1L)], orders.Counts);
        Assert.Equal([new("open", 1L), new("won", 1L)], result.Kinds[2].Counts);
        Assert.Equal((new DateOnly(2026, 10, 1), 15m), (result.Kinds[2].FirstDay, result.Kinds[2].Totals[""]));
        Assert.Equal((1L, 7m), (result.Kinds[3].Facts, result.Kinds[3].Totals[""]));
        Assert.Equal((2L, 2), (result.RejectedRows, result.Rejections.Count));
        Assert.Equal([new(FindingKind.NetDiffersFromPrice, 1L)], result.Findings);
    }
}
