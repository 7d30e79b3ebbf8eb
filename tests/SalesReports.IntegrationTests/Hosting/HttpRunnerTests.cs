using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesReports.Local.Runner;

namespace SalesReports.IntegrationTests.Hosting;

public sealed class HttpRunnerTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private readonly HttpClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Cancellation);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Route_values_reach_the_parameters_of_their_name_under_the_prefix_of_host_json()
    {
        Assert.Equal("weekly 2026-W47 ?x=1", await _client.GetFromJsonAsync<string>("/api/v1/echo/weekly/2026-W47?x=1", Cancellation));
    }

    [Fact]
    public async Task A_function_without_a_route_answers_under_its_name()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsync("/api/Nameless", null, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/elsewhere")]
    [InlineData("GET", "/v1/echo/weekly/2026-W47")]
    [InlineData("GET", "/api/v1/echo/yearly/2026")]
    [InlineData("DELETE", "/api/v1/echo/weekly/2026-W47")]
    public async Task An_address_or_method_that_nobody_has_is_404_as_on_the_real_host(string method, string path)
    {
        var answer = await _client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_function_that_throws_is_500_with_problem_details_and_no_inside_knowledge()
    {
        var answer = await _client.GetAsync("/api/v1/broken", Cancellation);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(500, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var call = new FunctionCall(app.Services.GetRequiredService<IServiceScopeFactory>());
        new HttpRunner(FunctionCatalog.In([typeof(Functions)]), call, new HostFile(), NullLogger<HttpRunner>.Instance).Map(app);
        return app;
    }

    private sealed class Functions
    {
        [Function("Echo")]
        public Task<IResult> EchoAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/echo/{kind:regex(^weekly|monthly$)}/{period}")] HttpRequest request,
            string kind,
            string period,
            CancellationToken cancellationToken) =>
            Task.FromResult(cancellationToken.CanBeCanceled ? Results.Json($"{kind} {period} {request.QueryString}") : Results.BadRequest());

        [Function("Nameless")]
        public Task<IResult> NamelessAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) =>
            Task.FromResult(Results.NoContent());

        [Function("Broken")]
        public Task<IResult> BrokenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/broken")] HttpRequest request) =>
            throw new InvalidOperationException("The secret is in the stack.");
    }
}
