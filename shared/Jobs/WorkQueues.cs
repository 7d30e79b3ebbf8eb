using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Puts work on the Storage Queues; every message is small and safe to handle twice.</summary>
public sealed class WorkQueues(Tables storage)
{
    public const string PullQueue = "pull-window";
    public const string RollUpQueue = "roll-up-day";
    public const string BuildQueue = "build-report";
    public const string DeliverQueue = "deliver";

    /// <summary>Messages are read with the same settings that wrote them.</summary>
    internal static JsonSerializerOptions Json { get; } = JsonSerializerOptions.Web;

    public Task PullAsync(string source, PullWindow window, CancellationToken cancellationToken) =>
        SendAsync(PullQueue, new PullMessage(source, window.From, window.To), cancellationToken);

    public Task RollUpAsync(DateOnly day, CancellationToken cancellationToken) => SendAsync(RollUpQueue, new RollUpMessage(day), cancellationToken);

    public Task BuildAsync(Period period, CancellationToken cancellationToken) => SendAsync(BuildQueue, new BuildMessage(period.Name), cancellationToken);

    public Task DeliverAsync(Period period, string deliveryId, CancellationToken cancellationToken) =>
        SendAsync(DeliverQueue, new DeliverMessage(period.Name, deliveryId), cancellationToken);

    private async Task SendAsync<T>(string queue, T message, CancellationToken cancellationToken)
    {
        var client = await storage.QueueAsync(queue, cancellationToken);
        await client.SendMessageAsync(JsonSerializer.Serialize(message, Json), cancellationToken);
    }
}

/// <summary>Body of a message on <see cref="WorkQueues.PullQueue"/>.</summary>
public sealed record PullMessage(string Source, DateOnly? From, DateOnly? To);

/// <summary>Body of a message on <see cref="WorkQueues.RollUpQueue"/>.</summary>
public sealed record RollUpMessage(DateOnly Day);

/// <summary>Body of a message on <see cref="WorkQueues.BuildQueue"/>; the period's name says its kind.</summary>
public sealed record BuildMessage(string Period);

/// <summary>Body of a message on <see cref="WorkQueues.DeliverQueue"/>.</summary>
public sealed record DeliverMessage(string Period, string DeliveryId);
