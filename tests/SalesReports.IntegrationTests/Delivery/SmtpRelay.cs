using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using MimeKit;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>A real mail relay (npm smtp-server) as a process of its own.</summary>
internal sealed class SmtpRelay : IAsyncDisposable
{
    private readonly Process _node;
    private readonly Channel<JsonElement> _lines = Channel.CreateUnbounded<JsonElement>();

    private SmtpRelay(Process node) => _node = node;

    public int Port { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="wishes">See tests/smtp/server.mjs.</param>
    public static async Task<SmtpRelay> StartAsync(object? wishes = null)
    {
        var tests = Path.Combine(SharedData.Root(), "tests");
        var isInstalled = Directory.Exists(Path.Combine(tests, "node_modules", "smtp-server"));
        Assert.SkipUnless(isInstalled || Environment.GetEnvironmentVariable("CI") == "true", "The npm package smtp-server is missing: run 'npm ci --prefix tests'.");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = tests };
        start.ArgumentList.Add(Path.Combine(tests, "smtp", "server.mjs"));
        start.ArgumentList.Add(JsonSerializer.Serialize(wishes ?? new { }));
        var relay = new SmtpRelay(Process.Start(start)!);
        _ = relay.ReadAsync();
        relay.Port = (await relay.NextAsync()).GetProperty("port").GetInt32();
        return relay;
    }

    /// <summary>The next message that the relay took.</summary>
    public async Task<TakenMail> TakenAsync()
    {
        var line = await NextAsync();
        using var content = new MemoryStream(line.GetProperty("message").GetBytesFromBase64());
        return new TakenMail([.. line.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], line.GetProperty("secure").GetBoolean(), await MimeMessage.LoadAsync(content, Token));
    }

    public async Task<JsonElement> NextAsync() => await _lines.Reader.ReadAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);

    public bool HasMore => _lines.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync(CancellationToken.None);
        _node.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _node.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            await _lines.Writer.WriteAsync(JsonSerializer.Deserialize<JsonElement>(line), CancellationToken.None);
        }

        _lines.Writer.Complete(new InvalidOperationException("The relay ended: " + await _node.StandardError.ReadToEndAsync(CancellationToken.None)));
    }
}

internal sealed record TakenMail(IReadOnlyList<string> To, bool WasEncrypted, MimeMessage Message);
