using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Sources;

namespace SalesReports.Jobs;

/// <summary>What the queues call: one message each, read, validated and done. A message that throws is retried by the host.</summary>
public sealed partial class QueuedWork(
    PullSources pull, RollUp rollUp, BuildReport build, Deliver deliver, WorkQueues queues, ILogger<QueuedWork> logger)
{
    /// <summary>More dirty days than this are left to the sweep, which reads them in one scan.</summary>
    private const int MostHints = 32;

    /// <summary>Pulls, then hints at the days that became dirty.</summary>
    /// <exception cref="SourceException">The source could not be read; trying again may help.</exception>
    public async Task PullAsync(string message, CancellationToken cancellationToken)
    {
        var body = Read<PullMessage>(message);
        var outcome = await pull.RunAsync(body.Source, new PullWindow(body.From, body.To), null, cancellationToken);
        if (outcome.Fault is { } fault)
        {
            throw new SourceException(fault, outcome.Error ?? $"Source '{body.Source}' could not be read.");
        }

        var dirty = await rollUp.DirtyDaysAsync(cancellationToken);
        if (dirty.Count > MostHints)
        {
            await rollUp.SweepAsync(null, cancellationToken);
            return;
        }

        foreach (var day in dirty)
        {
            await queues.RollUpAsync(day, cancellationToken);
        }
    }

    public Task RollUpAsync(string message, CancellationToken cancellationToken) => rollUp.DayAsync(Read<RollUpMessage>(message).Day, cancellationToken);

    /// <summary>Builds, then queues a delivery for each recipient.</summary>
    public async Task BuildAsync(string message, CancellationToken cancellationToken)
    {
        var period = PeriodOf(Read<BuildMessage>(message).Period);
        await build.RunAsync(period, cancellationToken);
        foreach (var delivery in await deliver.PlanAsync(period, cancellationToken))
        {
            await queues.DeliverAsync(period, delivery, cancellationToken);
        }
    }

    /// <exception cref="InvalidOperationException">The mail was not taken; trying again may help.</exception>
    public async Task DeliverAsync(string message, CancellationToken cancellationToken)
    {
        var body = Read<DeliverMessage>(message);
        var outcome = await deliver.SendAsync(PeriodOf(body.Period), body.DeliveryId, cancellationToken);
        LogDelivered(body.Period, body.DeliveryId, outcome.Status);
        if (outcome.Status is DeliveryStatus.Refused or DeliveryStatus.TryAgain)
        {
            throw new InvalidOperationException(outcome.Error ?? $"Delivery {body.DeliveryId} of {body.Period} failed.");
        }
    }

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
