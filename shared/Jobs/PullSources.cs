using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Pulls a source and stores its facts, marking the days they touch.</summary>
public sealed partial class PullSources(
    IEnumerable<ISource> sources, FactStore store, FactReader reader, UnheldFacts unheld, SourceLedger ledger, BusinessZone zone, TimeProvider clock, ILogger<PullSources> logger)
{
    /// <summary>The names of the configured sources.</summary>
    public IReadOnlyList<string> Names => [.. sources.Select(source => source.Name)];

    /// <summary>
    /// Pulls one source. A source that cannot be read ends the pull with its fault in the outcome; what came before is kept.
    /// </summary>
    /// <exception cref="SourceException">No source has this name.</exception>
    public async Task<PullOutcome> RunAsync(string source, PullWindow window, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var found = sources.FirstOrDefault(s => s.Name == source)
            ?? throw new SourceException(SourceFault.Configuration, $"Source '{source}' is not configured; the configured ones are: {string.Join(", ", Names)}.");
        return await RunAsync(found, window, isWhole: true, progress, cancellationToken);
    }

    /// <summary>
    /// Takes what is only a part of a source, such as an uploaded file: how far the source was pulled stays as it is.
    /// </summary>
    public Task<PullOutcome> RunPartAsync(ISource part, CancellationToken cancellationToken) => RunAsync(part, PullWindow.Everything, isWhole: false, null, cancellationToken);

    private async Task<PullOutcome> RunAsync(ISource found, PullWindow window, bool isWhole, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var source = found.Name;
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["job"] = "pull", ["source"] = source });
        var began = clock.GetUtcNow();
        var import = await ledger.BeginImportAsync(source, cancellationToken);
        var log = new PullLog(progress);
        var pull = new PullRun(store, reader, unheld, log, import, zone.Today(clock));
        SourceException? fault = null;
        try
        {
            await foreach (var fact in found.PullAsync(window, log, cancellationToken))
            {
                await pull.AddAsync(fact, cancellationToken);
            }
        }
        catch (SourceException unreadable)
        {
            fault = unreadable;
        }

        await pull.FlushAsync(cancellationToken);
        if (fault is null)
        {
            await pull.RemoveUnheldAsync(source, cancellationToken);
        }

        var outcome = pull.Outcome(source, fault);
        if (isWhole)
        {
            var tally = new PullTally(clock.GetUtcNow(), pull.Read, pull.Written, outcome.RejectedRows, outcome.Error);
            await ledger.EndImportAsync(source, import, fault is null ? began : null, log.Channels, tally, outcome.Kinds.Keys, cancellationToken);
        }
        else
        {
            await ledger.EndPartAsync(source, import, cancellationToken);
        }

        LogPulled(source, pull.Read, pull.Written, outcome.RejectedRows, outcome.DaysDirtied, outcome.Fault);
        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Pulled {Source}: {Read} facts read, {Written} written, {Rejected} rows rejected, {Days} days dirty, fault {Fault}")]
    private partial void LogPulled(string source, long read, long written, long rejected, int days, SourceFault? fault);
}
