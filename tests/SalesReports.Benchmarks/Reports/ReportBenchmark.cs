using System.Diagnostics;
using SalesReports.Benchmarks.Storage;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Local.Emulator;
using SalesReports.Local.Sample;
using SalesReports.Reports;
using SalesReports.Sources;
using SalesReports.Sources.Csv;
using SalesReports.Store;

namespace SalesReports.Benchmarks.Reports;

/// <summary>A weekly and a monthly report of the sample company from rollups that lie ready: read, put together, written as JSON.</summary>
internal static class ReportBenchmark
{
    private const int Seed = 1;

    public static async Task RunAsync(int repeat)
    {
        await using var emulator = await Azurite.StartAsync(Console.WriteLine, null, CancellationToken.None);
        await using var world = new StorageWorld(emulator.ConnectionString, "reports");
        world.Source.Facts = await SampleAsync();
        await world.Get<PullSources>().RunAsync(world.Source.Name, PullWindow.Everything, null, CancellationToken.None);
        await world.Get<RollUp>().SweepAsync(null, CancellationToken.None);
        Console.WriteLine("\n| report | s, least | s, median | CPU s, median | of it reading | putting together | JSON | storage requests |\n|---|---|---|---|---|---|---|---|");
        foreach (var period in new[] { Period.WeekOf(StorageWorld.Today).Back(1), Period.MonthOf(StorageWorld.Today).Back(1) })
        {
            var rounds = new List<Round>();
            for (var number = 0; number <= repeat; number++)
            {
                rounds.Add(await BuildAsync(world, period));
            }

            Print(period.Name, rounds[1..]);
        }
    }

    private static async Task<Round> BuildAsync(StorageWorld world, Period period)
    {
        GC.Collect();
        var (requests, watch, cpu) = (world.Get<StorageRequests>().Total, Stopwatch.StartNew(), Cpu());
        var material = await world.Get<ReportReader>().ReadAsync(period, CancellationToken.None);
        var read = Cpu();
        var report = ReportAssembly.Assemble(new ReportInputs(material.Data, material.Sources, DateTimeOffset.UnixEpoch, null, []));
        var assembled = Cpu();
        ReportJson.Write(report);
        var written = Cpu();
        return new Round(watch.Elapsed.TotalSeconds, written - cpu, read - cpu, assembled - read, written - assembled, world.Get<StorageRequests>().Total - requests);
    }

    private static void Print(string name, List<Round> rounds)
    {
        double Median(Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {rounds.Min(round => round.Seconds):N2} | {Median(round => round.Seconds):N2} | {Median(round => round.Cpu):N2} | {Median(round => round.Reading):N2} | {Median(round => round.Assembling):N2} | {Median(round => round.Writing):N2} | {rounds[^1].Requests} |"));
    }

    private static async Task<List<Fact>> SampleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-sample-").FullName;
        try
        {
            SampleCompany.Write(folder, Seed, StorageWorld.Today.AddDays(-1));
            var (facts, zone) = (new List<Fact>(), new BusinessZone(new MetricSettings().TimeZone));
            await foreach (var fact in new CsvSource(new FolderFiles(folder), zone, CsvOptions.Default).PullAsync(PullWindow.Everything, new PullLog(null), CancellationToken.None))
            {
                facts.Add(fact);
            }

            return facts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Seconds; the CPU's are of this process, the emulator's are not in them.</summary>
    private sealed record Round(double Seconds, double Cpu, double Reading, double Assembling, double Writing, long Requests);
}
