using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesReports.Api;
using SalesReports.Facts;
using SalesReports.Hosting;
using SalesReports.Local.Emulator;

namespace SalesReports.Benchmarks.Load;

/// <summary>
/// The weekly report of the sample company, whole, with its key checked each time, for many callers at once; beside it a server
/// that has nothing to do but send the same bytes. Servers and callers are processes of their own on this machine.
/// </summary>
internal static class LoadBenchmark
{
    private const string Prefix = "load";
    private const string Report = "/api/v1/reports/weekly/latest";

    public static async Task RunAsync(int callers, int seconds, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-load-");
        await using var emulator = await Azurite.StartAsync(Console.WriteLine, null, CancellationToken.None);
        try
        {
            await using var product = LoadedHost.StartProduct(folder.FullName, emulator.ConnectionString, Prefix);
            var address = new Uri(await product.SaysAsync("API on ", "/api/") + Report);
            var key = await product.SaysAsync("  reader ", "");
            var expected = await BytesAsync(address, key);
            var file = Path.Combine(folder.FullName, "report.json");
            await File.WriteAllBytesAsync(file, expected);
            await using var bare = LoadedHost.StartBare(file, folder.FullName);
            var plain = new Uri(await bare.SaysAsync("Bare on ", "/.") + "/report.json");

            Console.WriteLine($"\n{callers} callers, {expected.Length:N0} bytes an answer, {seconds} s a round\n");
            await CompareAsync((bare, plain), (product, address, key), expected, callers, TimeSpan.FromSeconds(seconds), rounds);
            await HoldOutAsync(product, address, key, expected, callers, emulator.ConnectionString);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync((LoadedHost Host, Uri Address) bare, (LoadedHost Host, Uri Address, string Key) product, byte[] expected, int callers, TimeSpan time, int rounds)
    {
        Console.WriteLine("| round | server | answers/s | p50 ms | p99 ms | server's CPU µs an answer | errors |\n|---|---|---|---|---|---|---|");
        var ratios = new List<(double Rate, double Cpu)>();
        for (var round = 0; round <= rounds; round++)
        {
            // The first warms up and is not counted.
            var name = round == 0 ? "warm-up" : $"{round}";
            var plain = Told(name, "bare", await LoadRound.RunAsync(bare.Host, bare.Address, null, expected, callers, time));
            var served = Told(name, "product", await LoadRound.RunAsync(product.Host, product.Address, product.Key, expected, callers, time));
            if (round > 0)
            {
                ratios.Add((served.PerSecond / plain.PerSecond, plain.CpuMicroseconds / served.CpuMicroseconds));
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"\nproduct ÷ bare, median of {rounds}: answers {Median(ratios.Select(ratio => ratio.Rate)):N2}, by the servers' CPU {Median(ratios.Select(ratio => ratio.Cpu)):N2}"));
    }

    /// <summary>A minute of it: is the memory flat, and does a key end that another process revoked?</summary>
    private static async Task HoldOutAsync(LoadedHost product, Uri address, string key, byte[] expected, int callers, string storage)
    {
        var working = LoadRound.RunAsync(product, address, key, expected, callers, TimeSpan.FromMinutes(1));
        var refused = RevokeAsync(address, expected.Length, storage);
        var memory = new List<double>();
        for (var second = 0; !working.IsCompleted; second += 5)
        {
            memory.Add(product.WorkingSet / 1e6);
            await Task.WhenAny(working, Task.Delay(TimeSpan.FromSeconds(5)));
        }

        Told("minute", "product", await working);
        var took = await refused;
        Console.WriteLine($"\nworking set, MB, every 5 s: {string.Join(' ', memory.Select(one => FormattableString.Invariant($"{one:N0}")))}");
        Console.WriteLine(FormattableString.Invariant($"a key that another process revoked was refused after {took.TotalSeconds:N1} s"));
    }

    private static async Task<TimeSpan> RevokeAsync(Uri address, int largest, string storage)
    {
        await using var other = Other(storage);
        var keys = other.GetRequiredService<ApiKeys>();
        var (text, made) = await keys.CreateAsync(Role.Reader, ScopeName.Company, null, "to be revoked", "load", CancellationToken.None);

        // Known as soon as the keys are read again.
        while (await StatusAsync(address, text, largest) != 200)
        {
            await Task.Delay(TimeSpan.FromSeconds(8));
        }

        await keys.RevokeAsync(made.Id, "load", CancellationToken.None);
        var watch = Stopwatch.StartNew();
        while (await StatusAsync(address, text, largest) == 200)
        {
            await Task.Delay(100);
        }

        return watch.Elapsed;
    }

    private static ServiceProvider Other(string storage)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = storage, ["TablePrefix"] = Prefix }).Build();
        return new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)).AddSingleton<IConfiguration>(configuration).AddSalesReports(configuration).BuildServiceProvider();
    }

    private static async Task<int> StatusAsync(Uri address, string key, int largest)
    {
        using var client = await LoadClient.ConnectAsync(address, key, largest);
        return (await client.GetAsync()).Status;
    }

    private static async Task<byte[]> BytesAsync(Uri address, string key)
    {
        using var client = await LoadClient.ConnectAsync(address, key, 4 * 1024 * 1024);
        var (status, body) = await client.GetAsync();
        return status == 200 ? body.ToArray() : throw new InvalidOperationException($"The report was answered with {status}.");
    }

    private static LoadRound Told(string round, string server, LoadRound result)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"| {round} | {server} | {result.PerSecond:N0} | {result.Median.TotalMilliseconds:N1} | {result.P99.TotalMilliseconds:N1} | {result.CpuMicroseconds:N0} | {result.Errors} |"));
        return result;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
