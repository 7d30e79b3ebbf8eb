using System.Text.Json;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Recipients over HTTP. Source: delivery.md, recipients.</summary>
public sealed class RecipientRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Recipients = "/api/v1/recipients";
    private const string Anna = """{ "email": "anna@example.com", "displayName": "Anna", "language": "fr", "reports": ["weekly"], "attachments": [], "scope": "team:North" }""";

    private ApiServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Delivery:AllowedDomains:0"] = "example.com" });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_recipient_is_added_read_changed_paused_resumed_and_removed()
    {
        var added = await _server.AdminAsync(HttpMethod.Post, Recipients, Anna);
        Assert.Equal(201, added.Status);
        var place = added.Headers.Location!.ToString();
        var read = await _server.AdminAsync(HttpMethod.Get, place);
        Assert.Equal((200, added.Tag, added.Text), (read.Status, read.Tag, read.Text));
        Assert.Equal("team:North", read.Json().GetProperty("scope").GetString());

        var changed = await _server.AdminAsync(HttpMethod.Put, place, Anna.Replace("\"fr\"", "\"en\"", StringComparison.Ordinal), ("If-Match", read.Tag!));
        Assert.Equal("en", changed.Json().GetProperty("language").GetString());
        var paused = await _server.AdminAsync(HttpMethod.Post, place + "/pause", null, ("If-Match", changed.Tag!));
        Assert.Equal("paused", paused.Json().GetProperty("status").GetString());
        var still = await _server.AdminAsync(HttpMethod.Put, place, Anna, ("If-Match", paused.Tag!));
        Assert.Equal("paused", still.Json().GetProperty("status").GetString());
        var resumed = await _server.AdminAsync(HttpMethod.Post, place + "/resume", null, ("If-Match", "*"));
        Assert.Equal("active", resumed.Json().GetProperty("status").GetString());

        Assert.Equal(204, (await _server.AdminAsync(HttpMethod.Delete, place, null, ("If-Match", resumed.Tag!))).Status);
        Assert.Equal(404, (await _server.AdminAsync(HttpMethod.Get, place)).Status);
        var audit = (await _server.AdminAsync(HttpMethod.Get, "/api/v1/audit")).Json().GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString());
        Assert.Equal(["recipient.created", "recipient.deleted", "recipient.paused", "recipient.resumed", "recipient.updated", "recipient.updated"], audit.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_that_would_be_lost_is_412_and_one_without_a_version_428()
    {
        var added = await _server.AdminAsync(HttpMethod.Post, Recipients, Anna);
        var place = added.Headers.Location!.ToString();
        Assert.Equal(200, (await _server.AdminAsync(HttpMethod.Post, place + "/pause", null, ("If-Match", added.Tag!))).Status);

        foreach (var (method, path, body) in new[] { (HttpMethod.Put, place, Anna), (HttpMethod.Delete, place, null), (HttpMethod.Post, place + "/pause", null), (HttpMethod.Post, place + "/resume", null) })
        {
            Assert.Equal("changed-meanwhile", TypeOf(await _server.AdminAsync(method, path, body, ("If-Match", added.Tag!)), 412));
            Assert.Equal("precondition-required", TypeOf(await _server.AdminAsync(method, path, body), 428));
        }
    }

    [Fact]
    public async Task Of_two_who_change_at_once_one_learns_of_the_other()
    {
        var added = await _server.AdminAsync(HttpMethod.Post, Recipients, Anna);
        var place = added.Headers.Location!.ToString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _server.AdminAsync(HttpMethod.Put, place, Anna, ("If-Match", added.Tag!))));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.All(replies.Where(reply => reply.Status != 200), reply => Assert.Equal(412, reply.Status));
    }

    [Fact]
    public async Task An_address_is_held_once_whatever_its_case()
    {
        await _server.AdminAsync(HttpMethod.Post, Recipients, Anna);
        var bob = await _server.AdminAsync(HttpMethod.Post, Recipients, Anna.Replace("anna@", "bob@", StringComparison.Ordinal));

        Assert.Equal("conflict", TypeOf(await _server.AdminAsync(HttpMethod.Post, Recipients, Anna.Replace("anna@", "ANNA@", StringComparison.Ordinal)), 409));
        Assert.Equal("conflict", TypeOf(await _server.AdminAsync(HttpMethod.Put, bob.Headers.Location!.ToString(), Anna, ("If-Match", bob.Tag!)), 409));
    }

    [Theory]
    [InlineData("""{ "email": "anna@elsewhere.com" }""", "email")]
    [InlineData("""{ "email": "anna" }""", "email")]
    [InlineData("""{ "email": "anna@example.com", "language": "de" }""", "language")]
    [InlineData("""{ "email": "anna@example.com", "reports": ["daily"] }""", "reports")]
    [InlineData("""{ "email": "anna@example.com", "attachments": ["docx"] }""", "attachments")]
    [InlineData("""{ "email": "anna@example.com", "scope": "everything" }""", "scope")]
    [InlineData("""{ "email": "anna@example.com", "displayName": "A\nBcc: x@y.z" }""", "displayName")]
    [InlineData("""{ "email": "anna@example.com", "requird": true }""", "requird")]
    [InlineData("""{ "email": "anna@example.com", "status": "active" }""", "status")]
    [InlineData("""{ "email": "anna@example.com", "required": "yes" }""", "required")]
    [InlineData("""{ "email": "anna@example.com", "reports": "weekly" }""", "reports")]
    public async Task What_cannot_be_taken_is_400_and_names_the_field(string body, string field)
    {
        var reply = await _server.AdminAsync(HttpMethod.Post, Recipients, body);

        Assert.Equal("invalid-field", TypeOf(reply, 400));
        Assert.Equal(field, reply.Problem().GetProperty("field").GetString());
        Assert.Empty((await _server.AdminAsync(HttpMethod.Get, Recipients)).Json().GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    [InlineData("""{ "email": "anna@example.com", "email": "bob@example.com" }""", 400)]
    public async Task What_is_no_object_is_400(string body, int status) => Assert.Equal(status, (await _server.AdminAsync(HttpMethod.Post, Recipients, body)).Status);

    [Fact]
    public async Task A_body_of_another_form_or_beyond_the_limit_is_refused()
    {
        using var text = new StringContent(Anna);
        Assert.Equal("unsupported-media-type", TypeOf(await _server.SendAsync(HttpMethod.Post, Recipients, text, _server.Keys.Admin), 415));
        var large = $$"""{ "email": "anna@example.com", "displayName": "{{new string('a', 100_000)}}" }""";
        Assert.Equal("too-large", TypeOf(await _server.AdminAsync(HttpMethod.Post, Recipients, large), 413));
    }

    [Fact]
    public async Task Pages_of_any_size_hold_everybody_once()
    {
        foreach (var name in (string[])["a", "b", "c", "d", "e"])
        {
            await _server.AdminAsync(HttpMethod.Post, Recipients, $$"""{ "email": "{{name}}@example.com" }""");
        }

        foreach (var limit in (int[])[1, 2, 5, 100])
        {
            var found = new List<string>();
            for (var cursor = ""; ;)
            {
                var page = (await _server.AdminAsync(HttpMethod.Get, $"{Recipients}?limit={limit}{cursor}")).Json();
                found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString()!));
                if (page.GetProperty("cursor") is not { ValueKind: JsonValueKind.String } next)
                {
                    break;
                }

                cursor = "&cursor=" + next.GetString();
            }

            Assert.Equal(["a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com"], found.Order());
        }
    }

    private static string TypeOf(Reply reply, int status)
    {
        Assert.Equal(status, reply.Status);
        return reply.Problem().GetProperty("type").GetString()!.Split(':')[^1];
    }
}
