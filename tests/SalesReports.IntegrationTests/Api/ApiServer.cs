using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesReports.Api;
using SalesReports.Calendar;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Local.Runner;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>The product's function classes on a real socket, over storage of their own in the emulator.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ApiServer(TestWorld world, WebApplication app, FirstKeys keys)
    {
        (World, _app, Keys) = (world, app, keys);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public TestWorld World { get; }

    public FirstKeys Keys { get; }

    public Uri Address => _client.BaseAddress!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ApiServer> StartAsync(AzuriteFixture azurite, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var world = TestWorld.Create(azurite, settings);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var call = new FunctionCall(world.Services.GetRequiredService<IServiceScopeFactory>());
        new HttpRunner(FunctionCatalog.Product, call, new HostFile(), NullLogger<HttpRunner>.Instance).Map(app);
        await app.StartAsync(Cancellation);
        var keys = await world.Get<ApiKeys>().EnsureFirstPairAsync(Cancellation);
        return new ApiServer(world, app, keys!);
    }

    /// <param name="key">The reader's when null; none when empty.</param>
    public async Task<Reply> GetAsync(string path, string? key = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not "")
        {
            request.Headers.TryAddWithoutValidation(ApiKeys.Header, key ?? Keys.Reader);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request, Cancellation);
        return new Reply((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    /// <summary>Stores a revision whose files say what they are.</summary>
    public async Task PublishAsync(string period, int revision = 1)
    {
        var store = World.Get<ReportStore>();
        Assert.True(Period.TryParse(period, out var parsed));
        var before = revision == 1 ? null : await store.FindAsync(parsed, "company", null, Cancellation);
        var report = new StoredReport(parsed, "company", revision, World.Clock.GetUtcNow(), $"hash{revision}");
        foreach (var file in (string[])["report.json", "report.fr.pdf", "report.en.pdf", "report.fr.html", "report.en.html", "report.fr.xlsx", "report.en.xlsx"])
        {
            Assert.Null(await store.WriteFileAsync(report, file, BinaryData.FromString(TextOf(period, revision, file)), "text/plain", Cancellation));
        }

        Assert.True(await store.PublishAsync(report, before, Cancellation));
    }

    public static string TextOf(string period, int revision, string file) => $"{{ \"what\": \"{file} of {period}, revision {revision}\" }}";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await World.DisposeAsync();
    }
}

internal sealed record Reply(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Tag => Headers.ETag?.ToString();

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }

    /// <summary>The body as problem details that name no inside of the product.</summary>
    public JsonElement Problem()
    {
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Text, StringComparison.Ordinal);
        var problem = Json();
        Assert.Equal(Status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("urn:salesreports:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return problem;
    }
}
