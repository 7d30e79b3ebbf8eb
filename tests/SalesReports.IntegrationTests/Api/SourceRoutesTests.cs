using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Uploads, pulls, teams, targets and work that goes on after the answer.</summary>
public sealed class SourceRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private ApiServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync(azurite);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_file_is_taken_and_each_row_that_is_not_says_where_and_why()
    {
        var reply = await UploadAsync("orders", "order_id,ordered_at,customer_id,quantity,net_amount\nO-1,2026-11-16,C-1,1,100\nO-2,yesterday,C-1,1,100\nO-3,2026-11-17,C-1,1,abc\n");

        Assert.Equal(200, reply.Status);
        Assert.Equal((1, 1, 2), (reply.Json().GetProperty("accepted").GetInt32(), reply.Json().GetProperty("written").GetInt32(), reply.Json().GetProperty("rejected").GetInt32()));
        var rejections = reply.Json().GetProperty("rejections").EnumerateArray().Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("column").GetString(), row.GetProperty("value").GetString())).ToList();
        Assert.Equal([(3, "ordered_at", "yesterday"), (4, "net_amount", "abc")], rejections);
        Assert.All(reply.Json().GetProperty("rejections").EnumerateArray(), row => Assert.NotEqual("", row.GetProperty("reason").GetString()));
        Assert.Equal(1, (await UploadAsync("orders", "order_id,ordered_at,customer_id,quantity,net_amount\nO-1,2026-11-16,C-1,1,100\n")).Json().GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task An_upload_says_nothing_of_how_far_the_source_was_pulled()
    {
        await UploadAsync("customers", "customer_id,name\nC-1,Acme\n");

        var source = (await _server.AdminAsync(HttpMethod.Get, "/api/v1/sources")).Json().GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "csv");
        Assert.Equal(JsonValueKind.Null, source.GetProperty("pulledThrough").ValueKind);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_or_is_too_long_is_refused()
    {
        Assert.Contains("customer_id", (await UploadAsync("customers", "a,b\n1,2\n")).Json().GetProperty("rejections")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await UploadAsync("customers", "")).Json().GetProperty("rejected").GetInt32());
        Assert.Equal(400, (await UploadAsync("order_lines", "order_id\n1\n")).Status);
        Assert.Equal(400, (await UploadAsync("everything", "a\n")).Status);
        Assert.Equal(415, (await _server.AdminAsync(HttpMethod.Post, "/api/v1/imports/customers", "{}")).Status);
        Assert.Equal(413, (await UploadAsync("customers", "customer_id,name\n" + new string('\n', 250_001))).Status);
    }

    [Fact]
    public async Task A_pull_is_queued_once_for_one_idempotency_key_and_its_operation_tells_how_it_goes()
    {
        const string path = "/api/v1/sources/csv/pull?from=2026-11-01&to=2026-11-16";
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.AdminAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "k1"))));
        var again = await _server.AdminAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "k1"));

        Assert.All(replies, reply => Assert.Equal(202, reply.Status));
        Assert.Single(replies.Append(again).Select(reply => reply.Json().GetProperty("id").GetString()).Distinct());
        Assert.Equal(422, (await _server.AdminAsync(HttpMethod.Post, "/api/v1/sources/csv/pull", null, ("Idempotency-Key", "k1"))).Status);
        Assert.Equal(400, (await _server.AdminAsync(HttpMethod.Post, path, null, ("Idempotency-Key", new string('k', 101)))).Status);
        Assert.Equal(404, (await _server.AdminAsync(HttpMethod.Post, "/api/v1/sources/nothing/pull")).Status);
        Assert.Equal("queued", (await _server.AdminAsync(HttpMethod.Get, again.Headers.Location!.ToString())).Json().GetProperty("status").GetString());

        var message = (await MessagesAsync(WorkQueues.PullQueue))[0].Body.ToString();
        await Assert.ThrowsAnyAsync<Exception>(() => _server.World.Get<QueuedWork>().PullAsync(message, Cancellation));
        Assert.Equal("queued", (await _server.AdminAsync(HttpMethod.Get, again.Headers.Location!.ToString())).Json().GetProperty("status").GetString());
        await _server.World.Get<QueuedWork>().GiveUpAsync(WorkQueues.PullQueue, message, Cancellation);
        Assert.Equal("failed", (await _server.AdminAsync(HttpMethod.Get, again.Headers.Location!.ToString())).Json().GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_build_that_was_asked_for_ends_as_done()
    {
        await UploadAsync("orders", "order_id,ordered_at,customer_id,quantity,net_amount\nO-1,2026-11-16,C-1,1,100\n");
        await _server.World.Get<QueuedWork>().RollUpAsync("""{ "sweep": true }""", Cancellation);
        var begun = await _server.AdminAsync(HttpMethod.Post, "/api/v1/reports/weekly/2026-W47/build");
        Assert.Equal(202, begun.Status);

        await _server.World.Get<QueuedWork>().BuildAsync((await MessagesAsync(WorkQueues.BuildQueue)).Single().Body.ToString(), Cancellation);

        Assert.Equal("done", (await _server.AdminAsync(HttpMethod.Get, begun.Headers.Location!.ToString())).Json().GetProperty("status").GetString());
        Assert.Equal(200, (await _server.GetAsync("/api/v1/reports/weekly/2026-W47")).Status);
        Assert.Equal(404, (await _server.AdminAsync(HttpMethod.Post, "/api/v1/reports/weekly/2026-W48/build")).Status);
    }

    [Fact]
    public async Task Teams_that_admins_set_come_before_those_of_a_source_and_go_back_to_them()
    {
        await UploadAsync("reps", "rep_id,name,team\nR-1,Anna,South\nR-2,Bob,South\n");
        var before = await _server.AdminAsync(HttpMethod.Get, "/api/v1/teams");
        Assert.Equal(["South", "South"], TeamsIn(before));

        var set = await _server.AdminAsync(HttpMethod.Put, "/api/v1/teams", """{ "teams": [{ "repId": "R-1", "team": "North" }] }""", ("If-Match", before.Tag!));
        Assert.Equal(["North", "South"], TeamsIn(set));
        Assert.Equal("Anna", set.Json().GetProperty("teams")[0].GetProperty("name").GetString());
        Assert.Equal(412, (await _server.AdminAsync(HttpMethod.Put, "/api/v1/teams", """{ "teams": [] }""", ("If-Match", before.Tag!))).Status);
        Assert.Equal(428, (await _server.AdminAsync(HttpMethod.Put, "/api/v1/teams", """{ "teams": [] }""")).Status);

        _server.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["South", "South"], TeamsIn(await _server.AdminAsync(HttpMethod.Put, "/api/v1/teams", """{ "teams": [] }""", ("If-Match", set.Tag!))));
        Assert.Equal(2, (await _server.World.Get<AuditTrail>().ReadAsync(null, 10, Cancellation)).Items.Count(entry => entry.Action == "list.replaced"));
    }

    [Fact]
    public async Task Targets_of_a_period_are_replaced_whole_and_those_of_other_periods_stay()
    {
        await UploadAsync("targets", "period,scope,metric,value\n2026-11,company,revenue,100\n2026-12,company,revenue,200\n");
        var before = await _server.AdminAsync(HttpMethod.Get, "/api/v1/targets/2026-11");

        var set = await _server.AdminAsync(
            HttpMethod.Put, "/api/v1/targets/2026-11", """{ "targets": [{ "scope": "company", "metric": "revenue", "value": 150.25 }, { "scope": "team:North", "metric": "revenue", "value": 50 }] }""", ("If-Match", before.Tag!));

        Assert.Equal([150.25m, 50m], set.Json().GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("value").GetDecimal()));
        Assert.Equal(200m, (await _server.AdminAsync(HttpMethod.Get, "/api/v1/targets/2026-12")).Json().GetProperty("targets")[0].GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("/api/v1/teams", """{ "teams": null }""", "teams")]
    [InlineData("/api/v1/teams", """{ "teams": [{ "repId": "R-1", "team": "a/b" }] }""", "teams[0].team")]
    [InlineData("/api/v1/teams", """{ "teams": [{ "repId": "" }] }""", "teams[0].repId")]
    [InlineData("/api/v1/teams", """{ "teams": [null] }""", "teams[0]")]
    [InlineData("/api/v1/teams", """{ "teams": [{ "repId": "R-1" }, { "repId": "R-1" }] }""", "teams")]
    [InlineData("/api/v1/teams", """{ "teams": [{ "repId": "R-1", "boss": "x" }] }""", "teams[0].boss")]
    [InlineData("/api/v1/targets/2026-11", """{ "targets": [{ "scope": "company", "metric": "Revenue!", "value": 1 }] }""", "targets[0].metric")]
    [InlineData("/api/v1/targets/2026-11", """{ "targets": [{ "scope": "all", "metric": "revenue", "value": 1 }] }""", "targets[0].scope")]
    [InlineData("/api/v1/targets/2026-11", """{ "targets": [{ "scope": "company", "metric": "revenue" }] }""", "targets[0].value")]
    [InlineData("/api/v1/targets/2026-11", """{ "targets": [{ "scope": "company", "metric": "revenue", "value": 1e40 }] }""", "targets[0].value")]
    [InlineData("/api/v1/targets/2026-13", """{ "targets": [] }""", "period")]
    public async Task What_cannot_be_taken_is_400_and_names_the_field(string path, string body, string field)
    {
        var reply = await _server.AdminAsync(HttpMethod.Put, path, body, ("If-Match", "*"));

        Assert.Equal((400, field), (reply.Status, reply.Problem().GetProperty("field").GetString()));
    }

    private static IEnumerable<string?> TeamsIn(Reply reply) => reply.Json().GetProperty("teams").EnumerateArray().Select(rep => rep.GetProperty("team").GetString());

    private async Task<Reply> UploadAsync(string kind, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await _server.SendAsync(HttpMethod.Post, "/api/v1/imports/" + kind, content, _server.Keys.Admin);
    }

    private async Task<QueueMessage[]> MessagesAsync(string queue) =>
        (await (await _server.World.Get<Tables>().QueueAsync(queue, Cancellation)).ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value;
}
