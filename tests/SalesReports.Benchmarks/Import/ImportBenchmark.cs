using System.Diagnostics;
using SalesReports.Benchmarks.Storage;
using SalesReports.Local.Emulator;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Import;

/// <summary>Peak working set of the product while it imports a CSV file of any length.</summary>
internal static class ImportBenchmark
{
    private const int Days = 1_096;

    /// <param name="nowhere">Nothing is kept; instead of the emulator, which keeps all in memory.</param>
    public static async Task RunAsync(int lines, bool nowhere)
    {
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=14000");
        var folder = Directory.CreateTempSubdirectory("salesreports-import-");
        try
        {
            OrdersFile.Write(folder.FullName, new MadeOrders(lines / MadeOrders.LinesEach, Days, StorageWorld.Today.AddDays(-Days)));
            Console.WriteLine($"{lines:N0} lines, a file of {new FileInfo(Path.Combine(folder.FullName, "orders.csv")).Length / 1e6:N0} MB, into {(nowhere ? "nowhere" : "the emulator")}");
            if (nowhere)
            {
                await using var storage = await StorageNowhere.StartAsync();
                await ImportAsync(folder.FullName, storage.ConnectionString);
            }
            else
            {
                await using var emulator = await Azurite.StartAsync(Console.WriteLine, null, CancellationToken.None);
                await ImportAsync(folder.FullName, emulator.ConnectionString);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(string folder, string storage)
    {
        using var process = Process.Start(Environment.ProcessPath!, [ImportedProcess.Command, folder, storage]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The import ended with {process.ExitCode}.");
        }
    }
}
