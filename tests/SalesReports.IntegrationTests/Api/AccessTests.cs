using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Local.Runner;

namespace SalesReports.IntegrationTests.Api;

public sealed class AccessTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_function_with_an_address_is_a_described_route_and_the_other_way_round()
    {
        var functions = FunctionCatalog.Product.With<HttpTriggerAttribute>().Select(f => (f.Function.Name, f.Trigger.Methods.Single(), f.Trigger.Route!)).ToHashSet();

        Assert.Equal(Routes.All.Select(r => (r.Name, r.Method, r.Template)).ToHashSet(), functions);
        Assert.Equal(Routes.Prefix, $"/{new HostFile().RoutePrefix}/");
    }

    [Fact]
    public async Task A_reader_may_not_do_what_needs_an_admin()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        var gate = server.World.Get<Gate>();
        var adminOnly = Routes.List with { Role = Role.Admin };

        Assert.Equal(403, await StatusAsync(server.Keys.Reader));
        Assert.Equal(200, await StatusAsync(server.Keys.Admin));

        async Task<int> StatusAsync(string key)
        {
            var context = new DefaultHttpContext { RequestServices = server.World.Services };
            context.Request.Headers[ApiKeys.Header] = key;
            var result = await gate.AdmitAsync(context.Request, adminOnly, (_, _) => Task.FromResult(Results.Text("in")));
            await result.ExecuteAsync(context);
            return context.Response.StatusCode;
        }
    }

    [Fact]
    public async Task A_revoked_key_is_refused_within_a_minute_also_by_another_process()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await using var other = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = server.World.Prefix });
        var (text, key) = await other.Get<ApiKeys>().CreateAsync(Role.Reader, ScopeName.Company, null, "", "test", Cancellation);
        Assert.Equal(200, (await server.GetAsync("/api/v1/reports", text)).Status);

        await other.Get<ApiKeys>().RevokeAsync(key.Id, "test", Cancellation);
        server.World.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal(401, (await server.GetAsync("/api/v1/reports", text)).Status);
        Assert.Equal(200, (await server.GetAsync("/api/v1/reports")).Status);
    }

    [Fact]
    public async Task The_first_pair_is_made_once_even_when_two_hosts_start_together()
    {
        await using var first = TestWorld.Create(azurite);
        await using var second = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = first.Prefix });

        var made = await Task.WhenAll(first.Get<ApiKeys>().EnsureFirstPairAsync(Cancellation), second.Get<ApiKeys>().EnsureFirstPairAsync(Cancellation));

        var keys = Assert.Single(made, pair => pair is not null)!;
        Assert.Equal(Role.Reader, (await first.Get<ApiKeys>().FindAsync(keys.Reader, Cancellation))?.Role);
        Assert.Equal(Role.Admin, (await second.Get<ApiKeys>().FindAsync(keys.Admin, Cancellation))?.Role);
        Assert.Null(await first.Get<ApiKeys>().EnsureFirstPairAsync(Cancellation));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_a_valid_key_is_not()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        for (var i = 0; i < FailedAttempts.Allowed; i++)
        {
            Assert.Equal(401, (await server.GetAsync("/api/v1/reports", "guess" + i)).Status);
        }

        var reply = await server.GetAsync("/api/v1/reports", "guess");
        Assert.Equal(429, reply.Status);
        Assert.Equal("too-many-failures", reply.Problem().GetProperty("type").GetString()!.Split(':')[^1]);
        Assert.Equal(TimeSpan.FromMinutes(1), reply.Headers.RetryAfter!.Delta);
        Assert.Equal(200, (await server.GetAsync("/api/v1/reports")).Status);

        server.World.Clock.Advance(reply.Headers.RetryAfter!.Delta!.Value);
        Assert.Equal(401, (await server.GetAsync("/api/v1/reports", "guess")).Status);
    }

    [Fact]
    public async Task The_key_of_the_bootstrap_setting_opens_before_any_key_is_stored()
    {
        var hash = Convert.ToHexString(ApiKey.HashOf("a text that only the operator knows"));
        await using var server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["BootstrapAdminKeyHash"] = hash });

        Assert.Equal(200, (await server.GetAsync("/api/v1/reports", "a text that only the operator knows")).Status);
        Assert.Equal(401, (await server.GetAsync("/api/v1/reports", hash)).Status);
    }

    [Fact]
    public async Task A_key_of_one_team_sees_that_team_and_nothing_wider()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W47");
        var (north, _) = await server.World.Get<ApiKeys>().CreateAsync(Role.Reader, "team:North", null, "", "test", Cancellation);

        Assert.Equal(403, (await server.GetAsync("/api/v1/reports", north)).Status);
        Assert.Equal(403, (await server.GetAsync("/api/v1/reports/weekly/latest?scope=company", north)).Status);
        Assert.Equal(403, (await server.GetAsync("/api/v1/reports/weekly/2026-W47/document?scope=team:South", north)).Status);
        foreach (var path in (string[])["/api/v1/reports/weekly/2026-W47", "/api/v1/reports/weekly/latest", "/api/v1/reports/weekly/2026-W47/document?scope=team:North"])
        {
            var reply = await server.GetAsync(path, north);
            Assert.Equal(404, reply.Status);
            Assert.Equal("report-not-available", reply.Problem().GetProperty("type").GetString()!.Split(':')[^1]);
            Assert.Contains("team:North", reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_key_is_kept_as_a_hash_alone()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        var table = new TableClient(azurite.ConnectionString, server.World.Prefix + "keys");
        var secrets = new[] { server.Keys.Reader, server.Keys.Admin }.Select(key => key.Split('_')[2]).ToList();

        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            Assert.DoesNotContain(row.Keys, name => secrets.Exists(secret => row[name]?.ToString()?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true));
        }
    }
}
