using System.Diagnostics;
using SalesReports.Local;

namespace SalesReports.Benchmarks.Load;

/// <summary>A server in a process of its own, on 127.0.0.1: the local host, or one that has nothing to do but send.</summary>
internal sealed class LoadedHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly Task _listening;

    private LoadedHost(Process process)
    {
        _process = process;
        _listening = ListenAsync();
    }

    public TimeSpan Cpu => Fresh().TotalProcessorTime;

    public long WorkingSet => Fresh().WorkingSet64;

    /// <summary>The product: the main job over the sample company, then its API.</summary>
    public static LoadedHost StartProduct(string folder, string storage, string prefix) =>
        Start("dotnet", [typeof(LocalHost).Assembly.Location, "--out", Path.Combine(folder, "out"), "--port", "0", "--storage", storage, "--set", $"TablePrefix={prefix}"], folder);

    public static LoadedHost StartBare(string file, string folder) => Start("dotnet", [typeof(BareHost).Assembly.Location, BareHost.Command, file], folder);

    /// <summary>What stands between the two texts in a line that the process says, now or later.</summary>
    public async Task<string> SaysAsync(string before, string after)
    {
        while (true)
        {
            lock (_said)
            {
                if (_said.FirstOrDefault(line => line.Contains(before, StringComparison.Ordinal)) is { } line)
                {
                    var rest = line[(line.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
                    return after.Length == 0 ? rest.Trim() : rest[..rest.IndexOf(after, StringComparison.Ordinal)];
                }
            }

            if (_listening.IsCompleted)
            {
                throw new InvalidOperationException($"The process ended without saying '{before}': {string.Join(' ', _said)}");
            }

            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        await _listening;
        _process.Dispose();
    }

    private static LoadedHost Start(string program, string[] arguments, string folder) => new(Process.Start(
        new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!);

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_said)
            {
                _said.Add(line);
            }
        }
    }
}
