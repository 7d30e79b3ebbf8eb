using Microsoft.Extensions.Logging;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Remembers why work failed, and opens an alert when it is given up: a message after its last attempt, a timer's job after some
/// failures in a row. Work that succeeds in the end settles its own alert.
/// </summary>
public sealed partial class WorkFailures(AlertStore alerts, TimeProvider clock, ILogger<WorkFailures> logger)
{
    /// <summary>Failures in a row after which a timer's job needs a person.</summary>
    private const int PatienceWithTimers = 3;

    /// <summary>Does the work; whatever it throws is noted and thrown on, as the host decides what becomes of a message.</summary>
    public async Task TryAsync(WorkItem work, Func<Task> body, CancellationToken cancellationToken)
    {
        try
        {
            await body();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Any failure at all: it is only noted here.
            await RememberAsync(work, () => NoteAsync(work, FailureText.Of(failure), cancellationToken));
            throw;
        }

        await RememberAsync(work, () => alerts.SettleAsync(work.Queue, work.Id, cancellationToken));
    }

    /// <summary>The host has given this work up.</summary>
    public async Task GiveUpAsync(WorkItem work, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var alert = await alerts.RaiseAsync(
            new Alert(work.Id, work.Queue, work.Job, work.Subject, work.Body, AlertState.Open, 0, now, now, null), cancellationToken);
        LogGivenUp(alert.Id, alert.Job, alert.Subject, alert.Attempts, alert.LastError);
    }

    private async Task NoteAsync(WorkItem work, string error, CancellationToken cancellationToken)
    {
        var failures = await alerts.NoteAsync(work.Queue, work.Id, error, clock.GetUtcNow(), cancellationToken);
        if (work.IsTimer && failures >= PatienceWithTimers)
        {
            await GiveUpAsync(work, cancellationToken);
        }
    }

    private async Task RememberAsync(WorkItem work, Func<Task> remember)
    {
        try
        {
            await remember();
        }
        catch (Exception forgotten)
        {
            // The work has succeeded or failed already, and that is what counts: at worst an alert lacks its reason or stays open.
            LogForgotten(forgotten, work.Job);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alert {Id}: {Job} {Subject} was given up after {Attempts} failures, the last one being: {Error}")]
    private partial void LogGivenUp(string id, string job, string? subject, int attempts, string? error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The end of {Job} could not be noted")]
    private partial void LogForgotten(Exception failure, string job);
}
