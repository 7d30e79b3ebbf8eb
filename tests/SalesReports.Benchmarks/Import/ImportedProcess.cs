using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesReports.Facts;
using SalesReports.Hosting;
using SalesReports.Jobs;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Benchmarks.Import;

/// <summary>The product importing a folder, in a process of its own, so that nothing else is in its memory.</summary>
internal static class ImportedProcess
{
    public const string Command = "imported-process";

    /// <param name="args">Folder and connection string.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ImportFolder"] = args[0], ["Storage"] = args[1] })
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(configuration)
            .AddSalesReports(configuration)
            .BuildServiceProvider();
        var watch = Stopwatch.StartNew();
        var outcome = await services.GetRequiredService<PullSources>().RunAsync("csv", PullWindow.Everything, null, CancellationToken.None);
        var requests = services.GetRequiredService<StorageRequests>();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant(
            $"{outcome.Kinds[FactKind.Orders].Written:N0} orders written, {outcome.RejectedRows:N0} rows rejected, {watch.Elapsed.TotalSeconds:N1} s, {Environment.CpuUsage.TotalTime.TotalSeconds:N1} CPU s, {requests.Total:N0} requests, {requests.Bytes / 1e6:N0} MB sent and received, peak working set {self.PeakWorkingSet64 / 1e6:N0} MB {outcome.Error}"));
        return outcome.Fault is null ? 0 : 1;
    }
}
