using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Measures;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Every figure can be followed to its rows, and over time, through the API.</summary>
public sealed class LineageTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rows_of_all_pages_add_up_to_the_figure()
    {
        await using var server = await StartAsync();

        foreach (var (metric, kind) in new[] { ("revenue", "order"), ("average_order_value", "order"), ("win_rate", "opportunity"), ("sales_cycle", "opportunity") })
        {
            var (first, rows) = await RowsAsync(server, $"/api/v1/reports/weekly/2026-W47/lineage/{metric}", 3);
            Assert.Equal(first.GetProperty("n").GetInt32(), rows.Count);
            Assert.All(rows, row => Assert.Contains(row.GetProperty("kind").GetString(), new[] { kind, "return" }));
            Assert.Equal(rows.Count, rows.Select(row => row.GetProperty("id").GetString()).Distinct().Count());
            if (metric is "revenue" or "average_order_value")
            {
                Assert.Equal(first.GetProperty("numerator").GetDecimal(), rows.Sum(row => row.GetProperty("amount").GetDecimal()));
            }
        }
    }

    [Fact]
    public async Task The_cost_of_acquisition_shows_spend_and_who_was_new()
    {
        await using var server = await StartAsync();

        var (first, rows) = await RowsAsync(server, "/api/v1/reports/weekly/2026-W47/lineage/cac", 2);

        Assert.Equal(first.GetProperty("numerator").GetDecimal(), rows.Where(row => row.GetProperty("kind").GetString() == "spend").Sum(row => row.GetProperty("amount").GetDecimal()));
        Assert.Equal(first.GetProperty("n").GetInt32(), rows.Count(row => row.GetProperty("kind").GetString() == "newCustomer"));
        Assert.Equal("2026-08-24", first.GetProperty("start").GetString());
    }

    [Theory]
    [InlineData("/api/v1/reports/weekly/2026-W47/lineage/profit", "metric")]
    [InlineData("/api/v1/reports/weekly/2026-W47/lineage/revenue?cursor=zzz", "cursor")]
    [InlineData("/api/v1/reports/weekly/2026-W47/lineage/revenue?cursor=MjAyNTAxMDE=", "cursor")]
    [InlineData("/api/v1/reports/weekly/2026-W47/lineage/revenue?limit=0", "limit")]
    [InlineData("/api/v1/metrics/profit", "metric")]
    [InlineData("/api/v1/metrics/cac?grain=day", "grain")]
    [InlineData("/api/v1/metrics/ltv?by=rep", "by")]
    [InlineData("/api/v1/metrics/win_rate?by=category", "by")]
    [InlineData("/api/v1/metrics/revenue?to=2026-11-23", "to")]
    [InlineData("/api/v1/metrics/revenue?from=2020-01-01&to=2026-11-22", "from")]
    [InlineData("/api/v1/metrics/revenue?from=2026-11-10&to=2026-11-01", "from")]
    public async Task What_cannot_be_asked_is_named(string path, string field)
    {
        await using var server = await StartAsync();

        var reply = await server.GetAsync(path);

        Assert.Equal(400, reply.Status);
        Assert.Equal(field, reply.Problem().GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_series_of_weeks_says_what_the_reports_say_and_its_parts_sum_to_the_whole()
    {
        await using var server = await StartAsync();
        var report = (await server.GetAsync("/api/v1/reports/weekly/2026-W47")).Json();

        var whole = Points((await server.GetAsync("/api/v1/metrics/revenue?grain=week&from=2026-11-01&to=2026-11-22")).Json());
        Assert.Equal(["2026-W45", "2026-W46", "2026-W47"], whole.Select(point => point.GetProperty("period").GetString()));
        Assert.Equal(
            report.GetProperty("metrics").EnumerateArray().First().GetProperty("value").GetDecimal(), whole[^1].GetProperty("figure").GetProperty("value").GetDecimal());
        foreach (var by in (string[])["rep", "team", "channel", "category", "source"])
        {
            var parts = Points((await server.GetAsync($"/api/v1/metrics/revenue?grain=week&by={by}&from=2026-11-16&to=2026-11-22")).Json());
            Assert.Equal(whole[^1].GetProperty("figure").GetProperty("value").GetDecimal(), parts.Sum(point => point.GetProperty("figure").GetProperty("value").GetDecimal()));
        }
    }

    [Fact]
    public async Task A_series_comes_as_csv_without_a_cell_that_is_a_formula()
    {
        await using var server = await StartAsync();

        var reply = await server.GetAsync("/api/v1/metrics/revenue?grain=day&by=category&from=2026-11-16&to=2026-11-16", null, ("Accept", "text/csv"));

        Assert.Equal("text/csv", reply.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(
            "period,start,end,id,name,value,unit,numerator,denominator,n,coverage,status,reason,smallSample\r\n"
            + "2026-11-16,2026-11-16,2026-11-17,\"'=HYPERLINK(\"\"x\"\")\",\"'=HYPERLINK(\"\"x\"\")\",100,EUR,100,,1,1,ok,,false\r\n",
            reply.Text);
        Assert.Equal(406, (await server.GetAsync("/api/v1/metrics/revenue", null, ("Accept", "image/png"))).Status);
    }

    private async Task<ApiServer> StartAsync()
    {
        var server = await ApiServer.StartAsync(azurite);
        var orders = Enumerable.Range(0, 7).Select(i => Made.Order($"O{i}", Monday.AddDays(i), $"C{i % 3}", 100 + i) with
        {
            RepId = i % 2 == 0 ? "R1" : null,
            Lines = [new OrderLine { Number = 1, Quantity = 1, Net = 100 + i, Category = i % 2 == 0 ? "=HYPERLINK(\"x\")" : "Paper" }],
        });
        var deals = Enumerable.Range(0, 5).Select(i => new Opportunity
        {
            Source = "csv",
            Id = $"D{i}",
            Stage = "Closed",
            Outcome = Outcome.Won,
            CreatedAt = Moment.On(Monday.AddDays(-i)),
            ClosedAt = Moment.On(Monday.AddDays(1)),
        });
        var spend = Enumerable.Range(0, 3).Select(i => new SpendDay { Source = "csv", Id = $"S{i}", Day = Monday.AddDays(-i), Channel = "ads", Amount = 10, Currency = Currency.Eur });
        var store = server.World.Get<FactStore>();
        await store.WriteAsync(FactKind.Orders, [.. orders], 1, Token);
        await store.WriteAsync(FactKind.Opportunities, [.. deals], 1, Token);
        await store.WriteAsync(FactKind.Spend, [.. spend], 1, Token);
        await server.World.Get<RollUp>().SweepAsync(null, Token);
        await server.World.Get<BuildReport>().RunAsync(Period.WeekOf(Monday), Token);
        return server;
    }

    private static async Task<(JsonElement First, List<JsonElement> Rows)> RowsAsync(ApiServer server, string path, int limit)
    {
        JsonElement? first = null;
        var rows = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await server.GetAsync($"{path}?limit={limit}{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}")).Json();
            first ??= page;
            Assert.InRange(page.GetProperty("rows").GetArrayLength(), 0, limit);
            rows.AddRange(page.GetProperty("rows").EnumerateArray());
            cursor = page.GetProperty("cursor").GetString();
        }

        return (first!.Value, rows);
    }

    private static List<JsonElement> Points(JsonElement series) => [.. series.GetProperty("points").EnumerateArray()];
}
