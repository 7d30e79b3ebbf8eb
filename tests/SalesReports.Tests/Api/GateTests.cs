using System.Text.Json;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Api;
using SalesReports.Store;

namespace SalesReports.Tests.Api;

public sealed class GateTests
{
    private const string Secret = "AccountKey=c2VjcmV0";

    private static readonly StorageOptions Anywhere = new() { Storage = "UseDevelopmentStorage=true" };

    private readonly RecordedLog _log = new();

    [Fact]
    public async Task An_unexpected_failure_becomes_a_500_with_an_id_and_nothing_of_the_failure()
    {
        var (status, problem) = await RunAsync(_ => throw new InvalidOperationException(Secret));

        Assert.Equal(500, status);
        Assert.Equal("urn:salesreports:problem:unexpected", problem.GetProperty("type").GetString());
        Assert.Contains(problem.GetProperty("id").GetString()!, Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_a_503()
    {
        Exception[] faults = [new RequestFailedException(503, "busy"), new RequestFailedException(0, "refused"), new AggregateException(new RequestFailedException(0, "a"), new RequestFailedException(0, "b"))];
        foreach (var fault in faults)
        {
            Assert.Equal(503, (await RunAsync(_ => throw fault)).Status);
        }
    }

    [Fact]
    public async Task A_bug_in_a_request_to_the_storage_is_ours() =>
        Assert.Equal(500, (await RunAsync(_ => throw new RequestFailedException(400, "bad filter"))).Status);

    [Fact]
    public async Task The_key_of_the_bootstrap_setting_is_an_admin_key_without_any_storage()
    {
        var clock = new FakeTimeProvider();
        var admin = ApiKey.Create(Role.Admin, "company", clock.GetUtcNow(), null);
        var keys = new ApiKeys(NoTable(), new AccessSettings { BootstrapAdminKeyHash = Convert.ToHexString(admin.Key.Hash.Span) }, clock);
        var gate = new Gate(keys, null, new FailedAttempts(clock), _log);
        var context = Context();
        context.Request.Headers[ApiKeys.Header] = admin.Text;

        var adminOnly = Routes.List with { Role = Role.Admin };
        await (await gate.AdmitAsync(context.Request, adminOnly, (caller, _) => Task.FromResult(Results.Text(caller.Name)))).ExecuteAsync(context);

        Assert.Equal(200, context.Response.StatusCode);
    }

    [Fact]
    public async Task Refusals_are_logged_without_the_key_and_only_while_they_are_few()
    {
        var gate = new Gate(new ApiKeys(NoTable(), new AccessSettings(), new FakeTimeProvider()), null, new FailedAttempts(new FakeTimeProvider()), _log);
        for (var i = 0; i < 3 * FailedAttempts.Allowed; i++)
        {
            var context = Context();
            context.Request.Headers[ApiKeys.Header] = "my-secret";
            await (await gate.AdmitAsync(context.Request, Routes.List, (_, _) => throw new InvalidOperationException("Nobody gets here."))).ExecuteAsync(context);
            Assert.Equal(i < FailedAttempts.Allowed ? 401 : 429, context.Response.StatusCode);
        }

        Assert.Equal(FailedAttempts.Allowed, _log.Lines.Count);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("my-secret", StringComparison.Ordinal));
    }

    private async Task<(int Status, JsonElement Problem)> RunAsync(Func<CancellationToken, Task<IResult>> handle)
    {
        var keys = new ApiKeys(NoTable(), new AccessSettings(), new FakeTimeProvider());
        var gate = new Gate(keys, null, new FailedAttempts(new FakeTimeProvider()), _log);
        var context = Context();

        await (await gate.OpenAsync(context.Request, Routes.Live, handle)).ExecuteAsync(context);

        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions);
        context.Response.Body.Position = 0;
        var problem = (await JsonDocument.ParseAsync(context.Response.Body, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(context.Response.StatusCode, problem.GetProperty("status").GetInt32());
        return (context.Response.StatusCode, problem);
    }

    /// <summary>A table that no test here asks.</summary>
    private static KeyTable NoTable() => new(new Tables(new StorageClients(Anywhere, []), Anywhere));

    private static DefaultHttpContext Context() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    private sealed class RecordedLog : ILogger<Gate>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
