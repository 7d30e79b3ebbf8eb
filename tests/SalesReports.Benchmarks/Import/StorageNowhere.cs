using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesReports.Benchmarks.Import;

/// <summary>
/// Answers like a table storage that takes everything and holds nothing, over real connections: for imports larger than an
/// emulator can keep in memory.
/// </summary>
internal sealed class StorageNowhere : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _requests;
    private long _bytes;

    private StorageNowhere(WebApplication app) => _app = app;

    public long Requests => Interlocked.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    public string ConnectionString
    {
        get
        {
            var address = $"{_app.Urls.First()}/nowhere";
            return $"DefaultEndpointsProtocol=http;AccountName=nowhere;AccountKey={Convert.ToBase64String(new byte[64])};TableEndpoint={address};BlobEndpoint={address};QueueEndpoint={address};";
        }
    }

    public static async Task<StorageNowhere> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var storage = new StorageNowhere(builder.Build());
        storage._app.Run(storage.AnswerAsync);
        await storage._app.StartAsync();
        return storage;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var path = context.Request.Path.Value ?? "";
        if (path.EndsWith("/$batch", StringComparison.Ordinal))
        {
            await AnswerBatchAsync(context);
        }
        else if (HttpMethods.IsGet(context.Request.Method))
        {
            var isOne = path.EndsWith("')", StringComparison.Ordinal);
            context.Response.StatusCode = isOne ? 404 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(isOne ? """{"odata.error":{"code":"ResourceNotFound","message":{"value":"Nothing is here."}}}""" : """{"value":[]}""");
        }
        else
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.Headers.ETag = "W/\"nowhere\"";
            context.Response.StatusCode = 204;
        }
    }

    private async Task AnswerBatchAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Interlocked.Add(ref _bytes, body.Length);
        var operations = Count(body.GetBuffer().AsSpan(0, (int)body.Length), " HTTP/1.1"u8);
        var answer = new StringBuilder("--batch_1\r\nContent-Type: multipart/mixed; boundary=changes_1\r\n\r\n");
        for (var operation = 0; operation < operations; operation++)
        {
            answer.Append(CultureInfo.InvariantCulture, $"--changes_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\nContent-ID: {operation}\r\nETag: W/\"nowhere\"\r\n\r\n\r\n");
        }

        context.Response.StatusCode = 202;
        context.Response.ContentType = "multipart/mixed; boundary=batch_1";
        await context.Response.WriteAsync(answer.Append("--changes_1--\r\n--batch_1--\r\n").ToString());
    }

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> what)
    {
        var count = 0;
        for (var at = text.IndexOf(what); at >= 0; at = text.IndexOf(what))
        {
            count++;
            text = text[(at + what.Length)..];
        }

        return count;
    }
}
