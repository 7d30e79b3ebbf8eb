using System.Diagnostics;

namespace SalesReports.Benchmarks.Load;

/// <summary>So many callers at once against one address for a time.</summary>
/// <param name="Errors">Answers that were not the whole expected bytes with status 200, and connections that broke.</param>
/// <param name="Cpu">Of the server alone.</param>
internal sealed record LoadRound(int Requests, int Errors, TimeSpan Took, TimeSpan Cpu, TimeSpan Median, TimeSpan P99)
{
    public double PerSecond => Requests / Took.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Math.Max(1, Requests);

    public static async Task<LoadRound> RunAsync(LoadedHost host, Uri address, string? key, byte[] expected, int callers, TimeSpan time)
    {
        var (cpu, watch) = (host.Cpu, Stopwatch.StartNew());
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(address, key, expected, watch, time))));
        var took = watch.Elapsed;
        int[] latencies = [.. all.SelectMany(one => one.Microseconds).Order()];
        return new LoadRound(latencies.Length, all.Sum(one => one.Errors), took, host.Cpu - cpu, Percentile(latencies, 0.5), Percentile(latencies, 0.99));
    }

    private static async Task<(List<int> Microseconds, int Errors)> CallAsync(Uri address, string? key, byte[] expected, Stopwatch watch, TimeSpan time)
    {
        var (latencies, errors) = (new List<int>(), 0);
        LoadClient? client = null;
        while (watch.Elapsed < time)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                client ??= await LoadClient.ConnectAsync(address, key, expected.Length);
                var (status, body) = await client.GetAsync();
                errors += status == 200 && body.Span.SequenceEqual(expected) ? 0 : 1;
            }
            catch (Exception broken) when (broken is IOException or System.Net.Sockets.SocketException)
            {
                errors++;
                client?.Dispose();
                client = null;
            }

            latencies.Add((int)Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }

        client?.Dispose();
        return (latencies, errors);
    }

    private static TimeSpan Percentile(int[] sorted, double part) => TimeSpan.FromMicroseconds(sorted[(int)(part * (sorted.Length - 1))]);
}
