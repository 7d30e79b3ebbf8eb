using System.Buffers.Text;
using SalesReports.Api;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Tokens of a tenant beside API keys. Source: http-api.md, who may call.</summary>
public sealed class EntraTokenTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Reports = "/api/v1/reports";
    private const string Keys = "/api/v1/keys";

    private FakeTenant _tenant = null!;
    private ApiServer _server = null!;

    private DateTimeOffset Now => _server.World.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _tenant = await FakeTenant.StartAsync();
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Entra:Authority"] = _tenant.Authority, ["Entra:Audience"] = FakeTenant.Audience });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task A_role_of_the_tenant_opens_what_the_role_of_a_key_opens()
    {
        Assert.Equal(200, await StatusAsync(Reports, _tenant.Token(Now, "Reports.Read")));
        Assert.Equal(403, await StatusAsync(Keys, _tenant.Token(Now, "Reports.Read")));
        Assert.Equal(200, await StatusAsync(Reports, _tenant.Token(Now, "Reports.Admin")));
        Assert.Equal(200, await StatusAsync(Keys, _tenant.Token(Now, "Reports.Admin")));
        Assert.Equal(200, await StatusAsync(Keys, _tenant.Token(Now, "Reports.Admin", audience: "api://" + FakeTenant.Audience)));
    }

    [Fact]
    public async Task What_the_tenant_did_not_sign_for_us_and_for_now_is_refused()
    {
        var valid = _tenant.Token(Now, "Reports.Admin");
        string[] refused =
        [
            _tenant.Token(Now, null),
            _tenant.Token(Now, "Reports.Everything"),
            _tenant.Token(Now, "Reports.Admin", issuer: "https://login.example.com/other/v2.0"),
            _tenant.Token(Now, "Reports.Admin", audience: "another-application"),
            _tenant.Token(Now, "Reports.Admin", life: TimeSpan.FromMinutes(-3), start: TimeSpan.FromHours(-1)),
            _tenant.Token(Now, "Reports.Admin", start: TimeSpan.FromHours(9)),
            _tenant.Token(Now, "Reports.Admin", signedWith: FakeTenant.Stranger()),
            _tenant.Token(Now, "Reports.Admin", signedWith: _tenant.Confused()),
            $"{Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8)}.{valid.Split('.')[1]}.",
            valid[..^8] + "AAAAAAAA",
            "",
            "a.b.c",
            new string('a', 20_000),
        ];
        foreach (var token in refused)
        {
            _server.World.Clock.Advance(FailedAttempts.Window);
            Assert.Equal(401, await StatusAsync(Keys, token));
        }

        Assert.Equal(401, (await _server.GetAsync(Keys, "", ("Authorization", "Basic YTpi"))).Status);
    }

    [Fact]
    public async Task A_token_ends_with_the_clock()
    {
        var token = _tenant.Token(Now, "Reports.Read");
        Assert.Equal(200, await StatusAsync(Reports, token));

        _server.World.Clock.Advance(TimeSpan.FromMinutes(63));

        Assert.Equal(401, await StatusAsync(Reports, token));
    }

    [Fact]
    public async Task A_key_that_is_wrong_is_not_made_good_by_a_token()
    {
        var token = _tenant.Token(Now, "Reports.Admin");

        Assert.Equal(401, (await _server.GetAsync(Keys, "wrong", ("Authorization", "Bearer " + token))).Status);
    }

    [Fact]
    public async Task Who_called_with_a_token_is_named_in_the_audit_trail()
    {
        using var body = new StringContent("""{ "role": "reader" }""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(201, (await _server.SendAsync(HttpMethod.Post, Keys, body, "", ("Authorization", "Bearer " + _tenant.Token(Now, "Reports.Admin")))).Status);

        var entry = (await _server.AdminAsync(HttpMethod.Get, "/api/v1/audit")).Json().GetProperty("items")[0];
        Assert.Equal("entra:11111111-2222-3333-4444-555555555555", entry.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Without_a_tenant_no_token_opens_anything()
    {
        await using var server = await ApiServer.StartAsync(azurite);

        Assert.Equal(401, (await server.GetAsync(Reports, "", ("Authorization", "Bearer " + _tenant.Token(Now, "Reports.Admin")))).Status);
    }

    [Fact]
    public async Task While_the_tenant_does_not_answer_keys_still_open()
    {
        await using var server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Entra:Authority"] = "http://127.0.0.1:9/tenant/v2.0", ["Entra:Audience"] = FakeTenant.Audience });

        Assert.Equal(503, (await server.GetAsync(Reports, "", ("Authorization", "Bearer " + _tenant.Token(Now, "Reports.Read")))).Status);
        Assert.Equal(200, (await server.GetAsync(Reports)).Status);
    }

    private async Task<int> StatusAsync(string path, string token) => (await _server.GetAsync(path, "", ("Authorization", "Bearer " + token))).Status;
}
