using SalesReports.Api;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Fifty callers at once; two hundred and their figures are a command of the benchmarks.</summary>
public sealed class ManyCallersTests(AzuriteFixture azurite)
{
    private const string Week = "/api/v1/reports/weekly/latest";
    private const int Callers = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_fifty_callers_no_answer_fails_and_a_revoked_key_ends_within_a_minute()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W47");
        await using var other = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = server.World.Prefix });
        var (text, key) = await other.Get<ApiKeys>().CreateAsync(Role.Reader, ScopeName.Company, null, "", "test", Cancellation);

        Assert.All(await CallAsync(server, server.Keys.Reader, text), answer => Assert.Equal((200, ApiServer.TextOf("2026-W47", 1, "report.json")), answer));
        await other.Get<ApiKeys>().RevokeAsync(key.Id, "test", Cancellation);
        server.World.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.All(await CallAsync(server, server.Keys.Reader, server.Keys.Admin), answer => Assert.Equal(200, answer.Status));
        Assert.All(await CallAsync(server, text), answer => Assert.True(answer.Status is 401 or 429, $"answered {answer.Status}"));
    }

    [Fact]
    public async Task A_new_revision_is_served_at_once_by_who_published_it_and_soon_by_every_other_process()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await using var other = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = server.World.Prefix });
        await server.PublishAsync("2026-W47");
        var first = await server.GetAsync(Week);
        await server.PublishAsync("2026-W47", revision: 2);
        Assert.Equal(ApiServer.TextOf("2026-W47", 2, "report.json"), (await server.GetAsync(Week)).Text);

        await PublishAsync(other, server);
        server.World.Clock.Advance(ServedReports.Fresh);

        var third = await server.GetAsync(Week, null, ("If-None-Match", first.Tag!));
        Assert.Equal((200, ApiServer.TextOf("2026-W47", 3, "report.json")), (third.Status, third.Text));
    }

    [Fact]
    public async Task A_report_that_was_not_there_yet_is_found_once_it_is()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        Assert.Equal(404, (await server.GetAsync(Week)).Status);

        await server.PublishAsync("2026-W47");

        Assert.Equal(200, (await server.GetAsync(Week)).Status);
    }

    /// <summary>As another process does: what this one knows of publishing stays untouched.</summary>
    private static async Task PublishAsync(TestWorld other, ApiServer server)
    {
        var store = other.Get<SalesReports.Store.ReportStore>();
        var week = ContractWorld.Week;
        var before = await store.FindAsync(week, "company", null, Cancellation);
        var report = new SalesReports.Store.StoredReport(week, "company", 3, server.World.Clock.GetUtcNow(), "hash3");
        await store.WriteFileAsync(report, "report.json", BinaryData.FromString(ApiServer.TextOf(week.Name, 3, "report.json")), "text/plain", Cancellation);
        Assert.True(await store.PublishAsync(report, before, Cancellation));
    }

    private static async Task<List<(int Status, string Text)>> CallAsync(ApiServer server, params string[] keys)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var own = new List<(int, string)>();
            for (var i = 0; i < 20; i++)
            {
                var reply = await server.GetAsync(Week, keys[caller % keys.Length]);
                own.Add((reply.Status, reply.Text));
            }

            return own;
        }));
        return [.. answers.SelectMany(own => own)];
    }
}
