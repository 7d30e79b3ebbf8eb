using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SalesReports.Api;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

public sealed class HealthTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ready_service_says_so_to_anybody()
    {
        await using var server = await ApiServer.StartAsync(azurite);

        Assert.Equal("live", (await server.GetAsync("/api/v1/health/live", "")).Json().GetProperty("status").GetString());
        var ready = await server.GetAsync("/api/v1/health/ready", "");
        Assert.Equal(200, ready.Status);
        Assert.Equal("up", ready.Json().GetProperty("dependencies").GetProperty("queues").GetString());
    }

    [Theory]
    [InlineData("Table", "tables")]
    [InlineData("Blob", "blobs")]
    [InlineData("Queue", "queues")]
    public async Task A_dependency_that_does_not_answer_is_named_and_the_process_lives_on(string service, string dependency)
    {
        var deadPort = Regex.Replace(azurite.ConnectionString, $"(?<={service}Endpoint=http://127\\.0\\.0\\.1:)[0-9]+", "1", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.NotEqual(azurite.ConnectionString, deadPort);
        await using var world = TestWorld.Create(azurite, new Dictionary<string, string?> { ["Storage"] = deadPort });
        var health = world.Get<Health>();
        var watch = Stopwatch.StartNew();

        var (status, answer) = await AskAsync(world, health.ReadyAsync);

        Assert.Equal(503, status);
        Assert.Equal($"No answer from: {dependency}.", answer.GetProperty("detail").GetString());
        Assert.Equal("down", answer.GetProperty("dependencies").GetProperty(dependency).GetString());
        Assert.Equal(2, answer.GetProperty("dependencies").EnumerateObject().Count(d => d.Value.GetString() == "up"));
        Assert.DoesNotContain("AccountKey", answer.GetRawText(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await AskAsync(world, health.LiveAsync)).Status);
    }

    private static async Task<(int Status, JsonElement Answer)> AskAsync(TestWorld world, Func<HttpRequest, Task<IResult>> ask)
    {
        var context = new DefaultHttpContext { RequestServices = world.Services, Response = { Body = new MemoryStream() } };
        var asked = ask(context.Request);
        while (!asked.IsCompleted)
        {
            // The others answer in real time; the one that does not is given up in the world's time.
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await (await asked).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        using var document = await JsonDocument.ParseAsync(context.Response.Body, cancellationToken: Cancellation);
        return (context.Response.StatusCode, document.RootElement.Clone());
    }
}
