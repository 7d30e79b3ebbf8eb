using System.Text.Json;
using SalesReports.Api;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Keys over HTTP. Source: http-api.md, who may call.</summary>
public sealed class KeyRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Keys = "/api/v1/keys";

    private ApiServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync(azurite);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_key_is_shown_once_opens_until_it_is_revoked_and_tells_its_last_use()
    {
        var made = await _server.AdminAsync(HttpMethod.Post, Keys, """{ "name": "dashboard", "role": "reader", "scope": "company", "expires": "2026-12-01T00:00:00Z" }""");
        Assert.Equal(201, made.Status);
        var (text, id) = (made.Json().GetProperty("key").GetString()!, made.Json().GetProperty("details").GetProperty("id").GetString()!);
        Assert.Equal(JsonValueKind.Null, made.Json().GetProperty("details").GetProperty("lastUsed").ValueKind);

        _server.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await _server.GetAsync("/api/v1/reports", text)).Status);
        var list = await _server.AdminAsync(HttpMethod.Get, Keys + "?limit=100");
        Assert.DoesNotContain(text, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('_')[2], list.Text, StringComparison.Ordinal);
        var listed = list.Json().GetProperty("items").EnumerateArray().Single(key => key.GetProperty("id").GetString() == id);
        Assert.Equal(_server.World.Clock.GetUtcNow(), listed.GetProperty("lastUsed").GetDateTimeOffset());
        Assert.Equal("dashboard", listed.GetProperty("name").GetString());

        Assert.Equal(204, (await _server.AdminAsync(HttpMethod.Delete, $"{Keys}/{id}")).Status);
        Assert.Equal(401, (await _server.GetAsync("/api/v1/reports", text)).Status);
        Assert.Equal(404, (await _server.AdminAsync(HttpMethod.Delete, $"{Keys}/{id}")).Status);
        var actions = (await _server.AdminAsync(HttpMethod.Get, "/api/v1/audit")).Json().GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString());
        Assert.Equal(["key.revoked", "key.created"], actions);
    }

    [Theory]
    [InlineData("""{ "role": "owner" }""", "role")]
    [InlineData("""{ }""", "role")]
    [InlineData("""{ "role": "2" }""", "role")]
    [InlineData("""{ "role": "reader", "scope": "all" }""", "scope")]
    [InlineData("""{ "role": "admin", "scope": "team:North" }""", "scope")]
    [InlineData("""{ "role": "reader", "expires": "2020-01-01T00:00:00Z" }""", "expires")]
    [InlineData("""{ "role": "reader", "expires": "tomorrow" }""", "expires")]
    [InlineData("""{ "role": "reader", "hash": "00" }""", "hash")]
    public async Task What_cannot_be_taken_is_400_and_names_the_field(string body, string field)
    {
        var reply = await _server.AdminAsync(HttpMethod.Post, Keys, body);

        Assert.Equal((400, field), (reply.Status, reply.Problem().GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("first-pair")]
    [InlineData("z~0")]
    [InlineData("' or true")]
    public async Task Only_a_key_can_be_revoked(string id) => Assert.Equal(404, (await _server.AdminAsync(HttpMethod.Delete, $"{Keys}/{Uri.EscapeDataString(id)}")).Status);

    [Fact]
    public async Task A_key_does_not_revoke_itself() =>
        Assert.Equal(409, (await _server.AdminAsync(HttpMethod.Delete, $"{Keys}/{ApiKey.IdIn(_server.Keys.Admin)}")).Status);
}
