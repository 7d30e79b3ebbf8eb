using SalesReports.Local.Emulator;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Local.Sample;
using SalesReports.Store;

namespace SalesReports.Local;

/// <summary>One run: storage, data, the main job, its record and summary, then the API.</summary>
internal static class LocalRun
{
    public static async Task<int> RunAsync(LocalOptions options, Surroundings around, Terminal terminal, CancellationToken cancellationToken)
    {
        EnsureInputs(options, around);
        var outFolder = OutFolder.Open(around.PathOf(options.Out));
        var portIsFree = options.Once || LoopbackPort.IsFree(options.Port);
        if (!portIsFree)
        {
            terminal.Complain(LoopbackPort.Taken(options.Port));
        }

        var builder = LocalApp.Configure(options, around, outFolder);
        await using var emulator = LocalApp.HasStorage(builder.Configuration) ? null : await around.StartEmulatorAsync(terminal, cancellationToken);
        await using var app = LocalApp.Build(builder, options, around, terminal, emulator?.ConnectionString);
        SettingsCheck.Run(app.Services, app.Configuration);

        var log = new RunLog(around.Clock, app.Services.GetRequiredService<StorageRequests>());
        await WorkAsync(options, around, outFolder, app, log, cancellationToken);
        RunSummary.Tell(terminal, outFolder, log);
        if (portIsFree && !options.Once && log.Reports.Any() && !cancellationToken.IsCancellationRequested)
        {
            await LocalApp.ServeAsync(app, options, terminal, cancellationToken);
        }

        return log.Failures.Count == 0 && portIsFree ? 0 : Faults.Failed;
    }

    private static async Task WorkAsync(
        LocalOptions options, Surroundings around, OutFolder outFolder, WebApplication app, RunLog log, CancellationToken cancellationToken)
    {
        var data = app.Configuration[LocalApp.FolderSetting]!;
        try
        {
            await app.Services.GetRequiredService<ShardCount>().GetAsync(cancellationToken);
            if (options.Data is null && data == outFolder.Sample)
            {
                await MakeSampleAsync(options, around, app, outFolder, log);
            }

            await app.Services.GetRequiredService<MainJob>().RunAsync(options, outFolder, log, cancellationToken);
        }
        catch (Exception fault)
        {
            // What was done before stays, and the record says where it ended.
            log.Failures.Add(Faults.Sentence(fault));
            app.Logger.LogRunEnded(fault);
        }
        finally
        {
            await outFolder.WriteRunAsync(log.ToRecord(data).ToJson(), CancellationToken.None);
        }
    }

    private static Task<SampleSummary> MakeSampleAsync(LocalOptions options, Surroundings around, WebApplication app, OutFolder outFolder, RunLog log)
    {
        var yesterday = app.Services.GetRequiredService<Calendar.BusinessZone>().Today(around.Clock).AddDays(-1);
        return log.StageAsync("sample company", () => app.Services.GetRequiredService<Terminal>().ShowAsync(
            "sample company", _ => Task.Run(() => SampleCompany.Write(outFolder.Sample, options.Seed, options.SampleEnd ?? yesterday))));
    }

    private static void EnsureInputs(LocalOptions options, Surroundings around)
    {
        if (options.Data is { } folder && !Directory.Exists(around.PathOf(folder)))
        {
            throw new RunException($"The folder '{folder}' does not exist; --data takes a folder with files such as orders.csv.");
        }

        if (options.Mapping is { } mapping && !File.Exists(around.PathOf(mapping)))
        {
            throw new RunException($"The file '{mapping}' does not exist; --mapping takes an import.json.");
        }
    }
}
