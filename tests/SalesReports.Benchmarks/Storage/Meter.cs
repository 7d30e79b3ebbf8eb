using System.Diagnostics;
using SalesReports.Store;

namespace SalesReports.Benchmarks.Storage;

/// <summary>What a piece of work took.</summary>
/// <param name="CpuSeconds">Of this process.</param>
/// <param name="EmulatorCpuSeconds">Of the emulator meanwhile.</param>
/// <param name="Bytes">Content sent and received.</param>
/// <param name="Note">How it was measured, when it was not measured whole.</param>
internal sealed record Measured(string Name, double Seconds, double CpuSeconds, double EmulatorCpuSeconds, double Requests, double Bytes, string? Note = null)
{
    /// <summary>As if there had been more of it: for the naive way, which is measured on a sample.</summary>
    public Measured Times(double factor) => factor == 1
        ? this
        : new(Name, Seconds * factor, CpuSeconds * factor, EmulatorCpuSeconds * factor, Requests * factor, Bytes * factor, $"extrapolated from 1/{factor:0.#}");
}

/// <summary>Measures work against one emulator.</summary>
internal sealed class Meter(Process emulator)
{
    public async Task<Measured> RunAsync(string name, StorageRequests requests, Func<Task> work)
    {
        GC.Collect();
        var (count, bytes, cpu, emulatorCpu) = (requests.Total, requests.Bytes, Cpu(), EmulatorCpu());
        var watch = Stopwatch.StartNew();
        await work();
        var measured = new Measured(
            name, watch.Elapsed.TotalSeconds, (Cpu() - cpu).TotalSeconds, (EmulatorCpu() - emulatorCpu).TotalSeconds, requests.Total - count, requests.Bytes - bytes);
        Console.WriteLine($"  {name}: {measured.Seconds:0.00} s");
        return measured;
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;

    private TimeSpan EmulatorCpu()
    {
        emulator.Refresh();
        return emulator.TotalProcessorTime;
    }
}
