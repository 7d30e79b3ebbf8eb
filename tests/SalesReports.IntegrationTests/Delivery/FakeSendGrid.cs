using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>The provider's mail/send as its documentation has it, with its limits; each coming answer can be wished for.</summary>
internal sealed class FakeSendGrid : IAsyncDisposable
{
    public const string Key = "SG.test-key";
    private const int MostBytes = 30 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Action, Task>> _wishes = new();
    private readonly ConcurrentQueue<JsonNode> _accepted = new();
    private int _requests;

    private FakeSendGrid(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<JsonNode> Accepted => [.. _accepted];

    public int Requests => Volatile.Read(ref _requests);

    public static async Task<FakeSendGrid> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 2 * MostBytes);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeSendGrid(app);
        app.MapPost("/v3/mail/send", fake.SendAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>The next request is answered so, and its message not taken.</summary>
    public void Answer(int status, params (string Name, string Value)[] headers) => _wishes.Enqueue(async (context, _) =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await RefuseAsync(context, status, "wished for", null);
    });

    /// <summary>The next message is taken, and the connection cut before the answer.</summary>
    public void LoseAnswer() => _wishes.Enqueue((context, take) =>
    {
        take();
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The next request is answered by nothing, and its message not taken: the client loses its patience.</summary>
    public void Swallow(TimeSpan pause) => _wishes.Enqueue(async (context, _) =>
    {
        await Task.Delay(pause, CancellationToken.None);
        context.Abort();
    });

    /// <summary>The next message is taken, and the answer comes after the client has lost its patience.</summary>
    public void AnswerAfter(TimeSpan pause) => _wishes.Enqueue(async (context, take) =>
    {
        take();
        await Task.Delay(pause, CancellationToken.None);
        context.Abort();
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task SendAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var body = await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync(CancellationToken.None);
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            await RefuseAsync(context, 415, "Content-Type should be application/json.", null);
            return;
        }

        if (context.Request.Headers.Authorization != "Bearer " + Key)
        {
            await RefuseAsync(context, 401, "authorization required", null);
            return;
        }

        if (_wishes.TryDequeue(out var wish))
        {
            await wish(context, () => _accepted.Enqueue(JsonNode.Parse(body)!));
            return;
        }

        await JudgeAsync(context, body);
    }

    private async Task JudgeAsync(HttpContext context, string body)
    {
        if (Encoding.UTF8.GetByteCount(body) > MostBytes)
        {
            await RefuseAsync(context, 413, "too large", null);
            return;
        }

        var mail = JsonNode.Parse(body)!;
        if (SendGridLimits.Fault(mail, TimeProvider.System.GetUtcNow()) is var (field, message))
        {
            await RefuseAsync(context, 400, message, field);
            return;
        }

        if (mail["mail_settings"]?["sandbox_mode"]?["enable"]?.GetValue<bool>() == true)
        {
            context.Response.StatusCode = 200;
            return;
        }

        _accepted.Enqueue(mail);
        context.Response.StatusCode = 202;
        context.Response.Headers["X-Message-Id"] = $"fake-{_accepted.Count}";
    }

    private static Task RefuseAsync(HttpContext context, int status, string message, string? field)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { errors = new[] { new { message, field, help = (string?)null } } }), CancellationToken.None);
    }
}
