using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

public sealed class ReportRoutesTests(AzuriteFixture azurite)
{
    private const string Week = "/api/v1/reports/weekly/2026-W46";

    [Fact]
    public async Task The_stored_bytes_are_served_with_a_strong_tag_and_then_with_304()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W46");

        var reply = await server.GetAsync(Week);

        Assert.Equal(200, reply.Status);
        Assert.Equal(ApiServer.TextOf("2026-W46", 1, "report.json"), reply.Text);
        Assert.Equal("application/json", reply.ContentHeaders.ContentType?.MediaType);
        Assert.False(reply.Headers.ETag!.IsWeak);
        Assert.Equal("no-cache, private", reply.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var held in (string[])[reply.Tag!, $"\"other\", {reply.Tag}", "W/" + reply.Tag, "*"])
        {
            var again = await server.GetAsync(Week, null, ("If-None-Match", held));
            Assert.Equal(304, again.Status);
            Assert.Equal(reply.Tag, again.Tag);
            Assert.Empty(again.Body);
        }

        Assert.Equal(200, (await server.GetAsync(Week, null, ("If-None-Match", "\"other\", nonsense"))).Status);
    }

    [Fact]
    public async Task Every_representation_has_a_tag_of_its_own()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W46");
        await server.PublishAsync("2026-W47");
        await server.PublishAsync("2026-W47", revision: 2);
        string[] paths =
        [
            Week, "/api/v1/reports/weekly/2026-W47", "/api/v1/reports/weekly/2026-W47?revision=1",
            Week + "/document?format=pdf&language=fr", Week + "/document?format=pdf&language=en",
            Week + "/document?format=html&language=fr", Week + "/document?format=html&language=en",
        ];

        var tags = new List<string?>();
        foreach (var path in paths)
        {
            tags.Add((await server.GetAsync(path)).Tag);
        }

        Assert.Equal(paths.Length, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(tags[1], (await server.GetAsync("/api/v1/reports/weekly/latest")).Tag);
    }

    [Fact]
    public async Task Revisions_stay_and_the_latest_is_the_answer_without_one()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W46");
        await server.PublishAsync("2026-W46", revision: 2);

        Assert.Equal(ApiServer.TextOf("2026-W46", 2, "report.json"), (await server.GetAsync(Week)).Text);
        Assert.Equal(ApiServer.TextOf("2026-W46", 1, "report.json"), (await server.GetAsync(Week + "?revision=1")).Text);
        var missing = await server.GetAsync(Week + "?revision=3");
        Assert.Equal(404, missing.Status);
        Assert.Equal("The report of 2026-W46 has no revision 3; its latest is 2.", missing.Problem().GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_is_not_built_says_what_the_latest_is()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        var empty = (await server.GetAsync("/api/v1/reports/monthly/latest")).Problem();
        Assert.Equal("No monthly report has been built yet for company.", empty.GetProperty("detail").GetString());

        await server.PublishAsync("2026-W46");
        var missing = await server.GetAsync("/api/v1/reports/weekly/2026-W40");

        Assert.Equal(404, missing.Status);
        Assert.Equal("2026-W46", missing.Problem().GetProperty("latest").GetString());
        Assert.Equal("The report of 2026-W40 has not been built for company; the latest is 2026-W46.", missing.Problem().GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_running_period_is_never_served_even_when_somebody_built_it()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W47");
        await server.PublishAsync("2026-W48");

        Assert.Equal("2026-W48 is not over: its last day is 2026-11-29.", (await server.GetAsync("/api/v1/reports/weekly/2026-W48")).Problem().GetProperty("detail").GetString());
        Assert.Equal(404, (await server.GetAsync("/api/v1/reports/weekly/2026-W48/document")).Status);
        Assert.Equal(["2026-W47"], Periods(await server.GetAsync("/api/v1/reports?to=2027-01-01")));
    }

    [Fact]
    public async Task The_list_is_newest_first_and_pages_give_everything_once()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        foreach (var period in (string[])["2026-W44", "2026-W46", "2026-10", "2026-W45", "2026-09"])
        {
            await server.PublishAsync(period);
        }

        var all = await server.GetAsync("/api/v1/reports");
        Assert.Equal(["2026-W46", "2026-W45", "2026-W44", "2026-10", "2026-09"], Periods(all));
        Assert.Equal(["2026-10", "2026-09"], Periods(await server.GetAsync("/api/v1/reports?kind=monthly")));
        Assert.Equal(["2026-W45", "2026-W44"], Periods(await server.GetAsync("/api/v1/reports?from=2026-10-26&to=2026-11-09")));
        foreach (var size in (int[])[1, 2, 3, 100])
        {
            var seen = new List<string>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await server.GetAsync($"/api/v1/reports?limit={size}" + (cursor.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
                seen.AddRange(Periods(page));
                cursor = page.Json().GetProperty("cursor").GetString();
            }

            Assert.Equal(Periods(all), seen);
        }
    }

    [Fact]
    public async Task An_item_of_the_list_leads_to_its_report()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-10");

        var item = (await server.GetAsync("/api/v1/reports")).Json().GetProperty("items")[0];

        Assert.Equal("monthly", item.GetProperty("kind").GetString());
        Assert.Equal("2026-10-01", item.GetProperty("start").GetString());
        Assert.Equal("2026-11-01", item.GetProperty("end").GetString());
        Assert.Equal("company", item.GetProperty("scope").GetString());
        Assert.Equal(1, item.GetProperty("revision").GetInt32());
        Assert.Equal(server.World.Clock.GetUtcNow(), item.GetProperty("builtAt").GetDateTimeOffset());
        Assert.Equal(200, (await server.GetAsync(item.GetProperty("links").GetProperty("report").GetString()!)).Status);
        Assert.Equal(200, (await server.GetAsync(item.GetProperty("links").GetProperty("document").GetString()!)).Status);
    }

    private static List<string> Periods(Reply reply) =>
        [.. reply.Json().GetProperty("items").EnumerateArray().Select(item => item.GetProperty("period").GetString()!)];
}
