using SalesReports.Calendar;
using SalesReports.Jobs;
using SalesReports.Local.Options;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.Local.Job;

/// <summary>The main job from end to end: pull, roll up, build, deliver, and everything written into the out folder.</summary>
internal sealed class MainJob(
    IEnumerable<ISource> sources,
    PullSources pullSources,
    RollUp rollUp,
    BuildReport buildReport,
    PlanDeliveries planDeliveries,
    Deliver deliver,
    SendingRules sendingRules,
    BusinessZone zone,
    TimeProvider clock,
    Terminal terminal)
{
    /// <param name="log">Gets all that happens, also what fails.</param>
    public async Task RunAsync(LocalOptions options, OutFolder outFolder, RunLog log, CancellationToken cancellationToken)
    {
        await PullAsync(log, cancellationToken);
        await outFolder.WriteRejectedAsync(log.Rejections, RejectedRows.WriteAsync, cancellationToken);
        log.RolledUp = await StageAsync(log, "roll up", progress => rollUp.SweepAsync(progress, cancellationToken));
        await DeliverAsync(await BuildAsync(options, outFolder, log, cancellationToken), log, cancellationToken);
    }

    private async Task PullAsync(RunLog log, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            var outcome = await StageAsync(log, $"pull {source.Name}", progress => pullSources.RunAsync(source.Name, PullWindow.Everything, progress, cancellationToken));
            log.Pulls.Add(outcome);
            if (outcome.Error is { } error)
            {
                log.Failures.Add(error);
            }
        }
    }

    private async Task<List<Period>> BuildAsync(LocalOptions options, OutFolder outFolder, RunLog log, CancellationToken cancellationToken)
    {
        if (log.Failures.Count > 0 && log.LastDay is null && !PeriodChoice.WereNamed(options))
        {
            // The source could not be read, which was said: that no period follows from it is no news.
            return [];
        }

        var periods = PeriodChoice.Of(options, log.LastDay, zone.Today(clock));
        var built = await StageAsync(log, "build", async progress =>
        {
            var done = new List<Period>();
            foreach (var (period, number) in periods.Select((period, index) => (period, index + 1)))
            {
                progress.Report(new JobProgress("build", PeriodChoice.Describe(period), number, periods.Count));
                if (await TryBuildAsync(period, PeriodChoice.WereNamed(options), outFolder, log, cancellationToken))
                {
                    done.Add(period);
                }
            }

            return done;
        });
        return built.Count > 0 || log.Failures.Count > 0
            ? built
            : throw new RunException("The data hold no complete week and no complete month; name one with --week or --month to see what there is.");
    }

    private async Task<bool> TryBuildAsync(Period period, bool wasNamed, OutFolder outFolder, RunLog log, CancellationToken cancellationToken)
    {
        try
        {
            var built = await buildReport.RunAsync(period, cancellationToken);
            log.Built(built, await outFolder.WriteReportAsync(period, built, cancellationToken));
            return true;
        }
        catch (PeriodNotBuildableException nothing) when (!wasNamed)
        {
            log.LeftOut(period, nothing.Message);
        }
        catch (PeriodNotBuildableException nothing)
        {
            log.Failures.Add(nothing.Message);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One report that fails must not cost the others; the run ends as failed all the same.
            log.Failures.Add($"The report of {PeriodChoice.Describe(period)} was not built: {Faults.Sentence(fault)}");
        }

        return false;
    }

    /// <summary>Only the latest period of a kind is mailed: a backfill of years must not fill anybody's inbox. Nothing is while the switch is off.</summary>
    private async Task DeliverAsync(IReadOnlyList<Period> built, RunLog log, CancellationToken cancellationToken) => await StageAsync(log, "deliver", async progress =>
    {
        foreach (var latest in (sendingRules.IsEnabled ? built : []).GroupBy(period => period.Kind).Select(kind => kind.MaxBy(period => period.Start)!))
        {
            var deliveries = await planDeliveries.PlanNowAsync(latest, cancellationToken);
            foreach (var (row, number) in deliveries.Select((row, index) => (row, index + 1)))
            {
                progress.Report(new JobProgress("deliver", PeriodChoice.Describe(latest), number, deliveries.Count));
                log.Mailed(latest.Name, row.Id, await deliver.SendAsync(row.Id, cancellationToken));
            }
        }

        return log.MailsSent;
    });

    private Task<T> StageAsync<T>(RunLog log, string name, Func<IProgress<JobProgress>, Task<T>> work) =>
        log.StageAsync(name, () => terminal.ShowAsync(name, work));
}
