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

    private static readonly string[] ForbiddenHeaders =
        ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc"];

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task<bool>>> _wishes = new();
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
    public void Answer(int status, params (string Name, string Value)[] headers) => _wishes.Enqueue(async context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await RefuseAsync(context, status, "wished for", null);
        return false;
    });

    /// <summary>The next message is taken, and the connection cut before the answer.</summary>
    public void LoseAnswer() => _wishes.Enqueue(context =>
    {
        context.Abort();
        return Task.FromResult(true);
    });

    /// <summary>The next message is taken, and the answer comes after the client has lost its patience.</summary>
    public void AnswerAfter(TimeSpan pause) => _wishes.Enqueue(async context =>
    {
        await Task.Delay(pause, CancellationToken.None);
        context.Abort();
        return true;
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task SendAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var body = await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync(CancellationToken.None);
        if (context.Request.Headers.Authorization != "Bearer " + Key)
        {
            await RefuseAsync(context, 401, "authorization required", null);
            return;
        }

        if (_wishes.TryDequeue(out var wish))
        {
            if (await wish(context))
            {
                _accepted.Enqueue(JsonNode.Parse(body)!);
            }

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
        if (Fault(mail) is var (field, message))
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

    private static (string Field, string Message)? Fault(JsonNode mail)
    {
        var people = mail["personalizations"] as JsonArray ?? [];
        if (people.Count is 0 or > 1000 || people.Any(p => p!["to"] is not JsonArray { Count: > 0 }))
        {
            return ("personalizations", "each needs a to");
        }

        var headers = people.SelectMany(p => (p!["headers"] as JsonObject ?? []).Select(h => h.Key));
        if (headers.FirstOrDefault(h => ForbiddenHeaders.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } forbidden)
        {
            return ("personalizations.0.headers", $"{forbidden} is not allowed");
        }

        if (people.Sum(p => Encoding.UTF8.GetByteCount(p!["custom_args"]?.ToJsonString() ?? "")) > 10_000)
        {
            return ("personalizations.0.custom_args", "too long");
        }

        if (mail["custom_args"] is not null || (mail["categories"] as JsonArray ?? []) is { Count: > 10 })
        {
            return ("categories", "too many");
        }

        var contents = (mail["content"] as JsonArray ?? []).Select(c => c!["type"]!.GetValue<string>()).ToList();
        if (contents is not ["text/plain", "text/html"] and not ["text/plain"] and not ["text/html"])
        {
            return ("content", "text/plain comes first, then text/html");
        }

        var files = mail["attachments"] as JsonArray ?? [];
        return files.Any(f => f!["content"] is null || f["filename"]?.GetValue<string>() is not { Length: > 0 } name || name.IndexOfAny(['\r', '\n', ';']) >= 0)
            ? ("attachments", "content and filename are required")
            : null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message, string? field)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { errors = new[] { new { message, field, help = (string?)null } } }), CancellationToken.None);
    }
}
