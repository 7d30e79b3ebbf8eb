using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// What the queues call: one message each, read, validated and done. A message that throws is retried by the host, and its failure
/// noted; after the last attempt the host hands it over once more, to be given up.
/// </summary>
public sealed partial class QueuedWork(
    PullSources pull, RollUp rollUp, Sweep sweep, Rebuild rebuild, BuildReport build, SendDue sendDue, SendAsked sendAsked, Deliver deliver, ResendDeliveries resend, DeliveryLedger ledger, DeliveryAlerts alerts, WorkQueues queues, PullTurns turns, WorkFailures failures, AskedWork asked, ILogger<QueuedWork> logger)
{
    /// <summary>More dirty days than this are swept, which reads them in one scan.</summary>
    private const int MostHints = 32;

    /// <summary>What one message may take before it leaves the rest to the next one.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Pulls, then hints at the days that became dirty: rolling them up is other messages' work.</summary>
    /// <exception cref="SourceException">The source could not be read; trying again may help.</exception>
    public Task PullAsync(string message, CancellationToken cancellationToken) => TryAsync(WorkQueues.PullQueue, message, async () =>
    {
        var body = Read<PullMessage>(message);
        var outcome = await pull.RunAsync(body.Source, new PullWindow(body.From, body.To), null, cancellationToken);
        if (outcome.Fault is { } fault)
        {
            throw new SourceException(fault, outcome.Error ?? $"Source '{body.Source}' could not be read.");
        }

        await HintAsync(await rollUp.DirtyDaysAsync(cancellationToken), cancellationToken);
        await turns.EndAsync(body.Source, cancellationToken);
    }, cancellationToken);

    public Task RollUpAsync(string message, CancellationToken cancellationToken) => TryAsync(WorkQueues.RollUpQueue, message, () => Read<RollUpMessage>(message) switch
    {
        { Day: { } day, From: null, To: null, Sweep: null } => rollUp.DayAsync(day, cancellationToken),
        { Day: null, From: { } from, To: { } to, Sweep: null } when from <= to => RebuildAsync(from, to, cancellationToken),
        { Day: null, From: null, To: null, Sweep: true } => SweepAsync(cancellationToken),
        _ => throw new InvalidOperationException("The message names neither a day, nor a range from and to, nor a sweep."),
    }, cancellationToken);

    /// <summary>Builds, then queues a delivery for each recipient if this is the report that is due, or if an admin asked for it.</summary>
    public Task BuildAsync(string message, CancellationToken cancellationToken) => TryAsync(WorkQueues.BuildQueue, message, async () =>
    {
        var body = Read<BuildMessage>(message);
        var period = PeriodOf(body.Period);
        await build.RunAsync(period, cancellationToken);
        await (body.Send is { } wish ? sendAsked.RunAsync(period, wish, cancellationToken) : sendDue.RunAsync(period, cancellationToken));
    }, cancellationToken);

    /// <summary>What the mailer says is recorded and followed up in the ledger: only a fault of ours makes the host try the message again.</summary>
    public Task DeliverAsync(string message, CancellationToken cancellationToken) => TryAsync(WorkQueues.DeliverQueue, message, async () =>
    {
        var body = Read<DeliverMessage>(message);
        if (body.Retry == true)
        {
            await resend.RetryAsync(body.DeliveryId, cancellationToken);
            return;
        }

        var outcome = await deliver.SendAsync(body.DeliveryId, cancellationToken);
        LogDelivered(body.Period, body.DeliveryId, outcome.Status);
    }, cancellationToken);

    /// <summary>A message of this queue came to its poison queue. That of a delivery fails its row, whose own alert puts it back.</summary>
    public async Task GiveUpAsync(string queue, string message, CancellationToken cancellationToken)
    {
        var abandoned = queue == WorkQueues.DeliverQueue && DeliveryIn(message) is { } delivery
            ? await ledger.ChangeAsync(delivery, row => DeliveryChanges.Abandon(row, "Its mail could not be made or recorded in any attempt of its message."), cancellationToken)
            : null;
        if (abandoned is { Row: var failed })
        {
            await alerts.TellAsync(failed, cancellationToken);
            return;
        }

        await failures.GiveUpAsync(new WorkItem(queue, message), cancellationToken);
        await asked.FailedAsync(message, cancellationToken);
    }

    private static string? DeliveryIn(string message)
    {
        try
        {
            return JsonSerializer.Deserialize<DeliverMessage>(message, WorkQueues.Json)?.DeliveryId;
        }
        catch (JsonException)
        {
            // Not one of ours: its alert has it whole.
            return null;
        }
    }

    private async Task HintAsync(IReadOnlyList<DateOnly> dirty, CancellationToken cancellationToken)
    {
        if (dirty.Count > MostHints)
        {
            await queues.HintSweepAsync(cancellationToken);
            return;
        }

        foreach (var day in dirty)
        {
            await queues.HintDayAsync(day, cancellationToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if ((await sweep.RunAsync(Limit, cancellationToken)).DaysLeft > 0)
        {
            await queues.HintSweepAsync(cancellationToken);
        }
    }

    private async Task RebuildAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if ((await rebuild.RunAsync(from, to, Limit, null, cancellationToken)).Next is { } next)
        {
            await queues.RebuildAsync(next, to, cancellationToken);
        }
    }

    private Task TryAsync(string queue, string message, Func<Task> work, CancellationToken cancellationToken) =>
        failures.TryAsync(new WorkItem(queue, message), () => asked.RunAsync(message, work, cancellationToken), cancellationToken);

    private static T Read<T>(string message)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(message, WorkQueues.Json) ?? throw new JsonException("The message is null.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidOperationException($"The message is no {typeof(T).Name}: {malformed.Message}", malformed);
        }
    }

    private static Period PeriodOf(string name) => Period.TryParse(name, out var period)
        ? period
        : throw new InvalidOperationException("The message names no period such as 2026-W47 or 2026-10.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {DeliveryId} of {Period}: {Status}")]
    private partial void LogDelivered(string period, string deliveryId, DeliveryStatus status);
}
