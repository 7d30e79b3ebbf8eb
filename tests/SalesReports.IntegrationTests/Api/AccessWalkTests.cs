using System.Text;
using SalesReports.Api;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Every address of the table of routes, with everything that somebody may show for a credential.</summary>
public sealed class AccessWalkTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FakeTenant _tenant = null!;
    private ApiServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _server.World.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _tenant = await FakeTenant.StartAsync();
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Entra:Authority"] = _tenant.Authority, ["Entra:Audience"] = FakeTenant.Audience });
        await _server.PublishAsync("2026-W47");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_valid_credential_nothing_but_what_is_open_answers()
    {
        foreach (var (who, show) in await InvalidAsync())
        {
            foreach (var route in Walked())
            {
                // Past the limit of one address: another minute.
                _server.World.Clock.Advance(FailedAttempts.Window);
                var reply = await CallAsync(route, show());
                if (route.Role is null)
                {
                    Assert.False(reply.Status is 401 or 403, $"{route.Name} is open, and answered {who} with {reply.Status}");
                    continue;
                }

                Assert.True(reply.Status == 401, $"{route.Name} answered {who} with {reply.Status}");
                Assert.EndsWith(":unauthenticated", reply.Problem().GetProperty("type").GetString(), StringComparison.Ordinal);
                Assert.Contains("x-api-key", reply.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_valid_credential_opens_what_its_role_and_scope_allow_and_nothing_else()
    {
        foreach (var (who, role, scope, show) in await ValidAsync())
        {
            foreach (var route in Walked())
            {
                var reply = await CallAsync(route, show());
                var isForbidden = route.Role == Role.Admin ? role != Role.Admin || scope != ScopeName.Company : route == Routes.List && scope != ScopeName.Company;
                Assert.True(reply.Status != 401 && reply.Status == 403 == isForbidden, $"{route.Name} answered {who} with {reply.Status}");
                if (route.Role == Role.Reader && route != Routes.List && scope != ScopeName.Company)
                {
                    Assert.Equal(403, (await CallAsync(route, show(), "?scope=company")).Status);
                    Assert.Equal(403, (await CallAsync(route, show(), "?scope=team:South")).Status);
                }
            }
        }
    }

    /// <summary>All but the provider's: its signature is what opens it, see WebhookRouteTests.</summary>
    private static IEnumerable<Route> Walked() => Routes.All.Where(route => route != LinkPaths.Events);

    private async Task<IReadOnlyList<(string Who, Func<Credential> Show)>> InvalidAsync()
    {
        var keys = _server.World.Get<ApiKeys>();
        var expired = await keys.CreateAsync(Role.Admin, ScopeName.Company, Now.AddSeconds(1), "", "test", Cancellation);
        var revoked = await keys.CreateAsync(Role.Admin, ScopeName.Company, null, "", "test", Cancellation);
        Assert.NotEqual(401, (await CallAsync(Routes.List, new Credential(revoked.Text))).Status);

        // By another process: this one has it among the keys that it knows.
        await using var other = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = _server.World.Prefix });
        Assert.True(await other.Get<ApiKeys>().RevokeAsync(revoked.Key.Id, "test", Cancellation));
        return
        [
            ("nobody", () => new Credential("")),
            ("nonsense", () => new Credential("wrong")),
            ("an expired key", () => new Credential(expired.Text)),
            ("a revoked key", () => new Credential(revoked.Text)),
            ("a longer key", () => new Credential(_server.Keys.Admin + "x")),
            ("a key in capitals", () => new Credential(_server.Keys.Admin.ToUpperInvariant())),
            ("an unknown key", () => new Credential("sr_" + new string('0', 16) + "_" + new string('0', 64))),
            ("an expired token", () => Token(_tenant.Token(Now, "Reports.Admin", life: TimeSpan.FromMinutes(-3), start: TimeSpan.FromHours(-1)))),
            ("a token without a role", () => Token(_tenant.Token(Now, null))),
            ("a token for another", () => Token(_tenant.Token(Now, "Reports.Admin", audience: "another-application"))),
            ("a stranger's token", () => Token(_tenant.Token(Now, "Reports.Admin", signedWith: FakeTenant.Stranger()))),
            ("a password", () => new Credential("", "Basic YTpi")),
        ];
    }

    private async Task<IReadOnlyList<(string Who, Role Role, string Scope, Func<Credential> Show)>> ValidAsync()
    {
        var keys = _server.World.Get<ApiKeys>();
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (who, role, scope) in new[] { ("North's reader", Role.Reader, "team:North"), ("North's admin", Role.Admin, "team:North"), ("a rep", Role.Reader, "rep:R-1") })
        {
            made[who] = (await keys.CreateAsync(role, scope, null, "", "test", Cancellation)).Text;
        }

        return
        [
            ("a reader", Role.Reader, ScopeName.Company, () => new Credential(_server.Keys.Reader)),
            ("an admin", Role.Admin, ScopeName.Company, () => new Credential(_server.Keys.Admin)),
            ("a reader's token", Role.Reader, ScopeName.Company, () => Token(_tenant.Token(Now, "Reports.Read"))),
            ("an admin's token", Role.Admin, ScopeName.Company, () => Token(_tenant.Token(Now, "Reports.Admin"))),
            ("North's reader", Role.Reader, "team:North", () => new Credential(made["North's reader"])),
            ("North's admin", Role.Admin, "team:North", () => new Credential(made["North's admin"])),
            ("a rep", Role.Reader, "rep:R-1", () => new Credential(made["a rep"])),
        ];
    }

    private static Credential Token(string token) => new("", "Bearer " + token);

    private async Task<Reply> CallAsync(Route route, Credential credential, string query = "")
    {
        using var content = route.Body is { } body ? new StringContent(body.Example, Encoding.UTF8, body.ContentType) : null;
        (string, string)[] headers = credential.Authorization is { } shown ? [("Authorization", shown)] : [];
        return await _server.SendAsync(new HttpMethod(route.Method.ToUpperInvariant()), ApiServer.PathOf(route) + query, content, credential.Key, headers);
    }

    private sealed record Credential(string Key, string? Authorization = null);
}
