using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesReports.Local.Emulator;

/// <summary>
/// The storage emulator, in memory, on free loopback ports, for as long as this object lives. It watches this process
/// and ends with it, so nothing is left behind however we die.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // The account every emulator has; published by Microsoft, no secret.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private Azurite(Process process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    /// <param name="say">Gets a sentence when something takes long, such as the one-time download.</param>
    /// <param name="searchPath">Folders to look for Node in, as in the variable PATH, which is the default.</param>
    /// <exception cref="EmulatorException">It cannot run here; the message is one sentence that says what would help.</exception>
    public static async Task<Azurite> StartAsync(Action<string>? say, string? searchPath, CancellationToken cancellationToken)
    {
        var programs = new Programs(searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "");
        var folder = await new EmulatorPackage(programs).EnsureInstalledAsync(say ?? (_ => { }), cancellationToken);
        var process = Start(programs.Find("node"), folder);
        try
        {
            return new Azurite(process, await ReadyAsync(process, cancellationToken));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start(string node, string folder)
    {
        var start = new ProcessStartInfo(node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            Path.Combine(folder, "Emulator", "azurite.cjs"), "--inMemoryPersistence",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            // The default of 5 s closes connections that the client's pool still holds to be good.
            "--blobKeepAliveTimeout", "120", "--queueKeepAliveTimeout", "120", "--tableKeepAliveTimeout", "120",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<string> ReadyAsync(Process process, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var endpoints = new Dictionary<string, string>(StringComparer.Ordinal);
        while (endpoints.Count < 3)
        {
            var line = await NextLineAsync(process, limit.Token, cancellationToken)
                ?? throw new EmulatorException($"The storage emulator ended while starting: {(await errors).Trim()}");
            if (Listening().Match(line) is { Success: true } match)
            {
                endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        // Read on and forget: a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};{string.Concat(endpoints.Select(e => $"{e.Key}Endpoint={e.Value}/{Account};"))}");
    }

    private static async Task<string?> NextLineAsync(Process process, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync(limit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmulatorException($"The storage emulator did not start within {StartLimit.TotalSeconds:0} seconds.");
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://127\.0\.0\.1:\d+)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}

/// <summary>The emulator cannot run; the message is one sentence for the person at the terminal.</summary>
public sealed class EmulatorException(string message) : Exception(message);
