using System.Text.Json;
using System.Text.Json.Serialization;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Puts work on the Storage Queues; every message is small and safe to handle twice.</summary>
public sealed class WorkQueues(Tables storage, QueueDepths depths, QueueOptions options)
{
    public const string PullQueue = "pull-window";
    public const string RollUpQueue = "roll-up-day";
    public const string BuildQueue = "build-report";
    public const string DeliverQueue = "deliver";

    // Where a host puts a message after its last attempt.
    public const string PullPoison = PullQueue + "-poison";
    public const string RollUpPoison = RollUpQueue + "-poison";
    public const string BuildPoison = BuildQueue + "-poison";
    public const string DeliverPoison = DeliverQueue + "-poison";

    public static IReadOnlyList<string> All { get; } = [PullQueue, RollUpQueue, BuildQueue, DeliverQueue];

    /// <summary>Messages are read with the same settings that wrote them.</summary>
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Task PullAsync(string source, PullWindow window, CancellationToken cancellationToken) =>
        SendAsync(PullQueue, new PullMessage(source, window.From, window.To), cancellationToken);

    /// <summary>Asked for by an admin, who looks at the operation to see how it goes.</summary>
    public Task PullAsync(string source, PullWindow window, string operation, CancellationToken cancellationToken) =>
        SendAsync(PullQueue, new PullMessage(source, window.From, window.To) { Operation = operation }, cancellationToken);

    /// <summary>Asked for by an admin, who looks at the operation to see how it goes.</summary>
    /// <param name="wish">What to send once it is built; null sends it only if it is due.</param>
    public Task BuildAsync(Period period, SendWish? wish, string operation, CancellationToken cancellationToken) =>
        SendAsync(BuildQueue, new BuildMessage(period.Name) { Operation = operation, Send = wish }, cancellationToken);

    /// <summary>Hints that a day waits; left out when the queue is full, as the sweep does it anyway.</summary>
    public Task HintDayAsync(DateOnly day, CancellationToken cancellationToken) => HintAsync(RollUpQueue, new RollUpMessage { Day = day }, cancellationToken);

    /// <summary>Hints that many days wait; left out when the queue is full, as the timer sweeps anyway.</summary>
    public Task HintSweepAsync(CancellationToken cancellationToken) => HintAsync(RollUpQueue, new RollUpMessage { Sweep = true }, cancellationToken);

    /// <summary>Asks for days to be rolled up again, dirty or not.</summary>
    public Task RebuildAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        SendAsync(RollUpQueue, new RollUpMessage { From = from, To = to }, cancellationToken);

    /// <summary>Left out when the queue is full: the timer asks again as long as the report is missing.</summary>
    public Task HintBuildAsync(Period period, CancellationToken cancellationToken) => HintAsync(BuildQueue, new BuildMessage(period.Name), cancellationToken);

    /// <param name="pause">Before which nobody sees the message; null for none.</param>
    public Task DeliverAsync(DeliveryRecord delivery, TimeSpan? pause, CancellationToken cancellationToken) =>
        SendTextAsync(DeliverQueue, JsonSerializer.Serialize(new DeliverMessage(delivery.Period, delivery.Id), Json), cancellationToken, pause);

    /// <summary>The message of an alert, byte for byte as it was.</summary>
    public Task PutBackAsync(string queue, string body, CancellationToken cancellationToken) => SendTextAsync(queue, body, cancellationToken);

    private async Task HintAsync<T>(string queue, T message, CancellationToken cancellationToken)
    {
        if (await depths.AboutAsync(queue, cancellationToken) < options.MostQueued)
        {
            await SendAsync(queue, message, cancellationToken);
        }
    }

    private Task SendAsync<T>(string queue, T message, CancellationToken cancellationToken) =>
        SendTextAsync(queue, JsonSerializer.Serialize(message, Json), cancellationToken);

    private async Task SendTextAsync(string queue, string message, CancellationToken cancellationToken, TimeSpan? pause = null)
    {
        var client = await storage.QueueAsync(queue, cancellationToken);
        await client.SendMessageAsync(message, visibilityTimeout: pause > TimeSpan.Zero ? pause : null, cancellationToken: cancellationToken);
        depths.Added(queue);
    }
}

/// <summary>Body of a message on <see cref="WorkQueues.PullQueue"/>.</summary>
public sealed record PullMessage(string Source, DateOnly? From, DateOnly? To)
{
    /// <summary>Id of the operation that asked for it; null when a timer did.</summary>
    public string? Operation { get; init; }
}

/// <summary>
/// Body of a message on <see cref="WorkQueues.RollUpQueue"/>: a day, or <c>from</c> and <c>to</c> (both included), dirty or not;
/// or <c>sweep</c>, whatever is dirty.
/// </summary>
public sealed record RollUpMessage
{
    public DateOnly? Day { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool? Sweep { get; init; }
}

/// <summary>Body of a message on <see cref="WorkQueues.BuildQueue"/>; the period's name says its kind.</summary>
public sealed record BuildMessage(string Period)
{
    /// <summary>Id of the operation that asked for it; null when a timer did.</summary>
    public string? Operation { get; init; }

    /// <summary>What an admin wants sent once it is built.</summary>
    public SendWish? Send { get; init; }
}

/// <summary>Body of a message on <see cref="WorkQueues.DeliverQueue"/>.</summary>
public sealed record DeliverMessage(string Period, string DeliveryId)
{
    /// <summary>A person put it back: what failed, or may not have been sent, is tried once more.</summary>
    public bool? Retry { get; init; }
}
