using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Store;

namespace SalesReports.Local.Runner;

/// <summary>
/// Feeds queue functions as the real host does: some messages at a time, a failed one again after a pause, and after the
/// last attempt to the queue of the same name with <c>-poison</c>. A poison queue has none of its own: what fails there comes
/// back when its lease ends, until it succeeds.
/// </summary>
internal sealed partial class QueueRunner(
    FunctionCatalog catalog, FunctionCall call, Tables storage, HostFile host, ILogger<QueueRunner> logger) : BackgroundService
{
    private static readonly IReadOnlyDictionary<string, object?> NoRoute = new Dictionary<string, object?>(StringComparer.Ordinal);
    private const string PoisonSuffix = "-poison";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>How long a message stays hidden while its function runs; renewed for as long as it does.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.With<QueueTriggerAttribute>().Select(queue => KeepFeedingAsync(queue.Function, queue.Trigger, stoppingToken)));

    private async Task KeepFeedingAsync(LocalFunction function, QueueTriggerAttribute trigger, CancellationToken cancellationToken)
    {
        var queue = await OpenAsync(function, trigger.QueueName, cancellationToken);
        var poison = trigger.QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : await OpenAsync(function, trigger.QueueName + PoisonSuffix, cancellationToken);
        var running = new HashSet<Task>();
        var pause = ShortestPause;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                running.RemoveWhere(task => task.IsCompleted);
                var messages = await ReceiveAsync(function, queue, host.BatchSize - running.Count);
                running.UnionWith(messages.Select(message => HandleAsync(function, queue, poison, message, cancellationToken)));
                if (running.Count >= host.BatchSize)
                {
                    await Task.WhenAny(running).WaitAsync(cancellationToken);
                }

                pause = messages.Count > 0 ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                await (messages.Count > 0 ? Task.CompletedTask : Task.Delay(pause, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task<QueueClient> OpenAsync(LocalFunction function, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await storage.QueueAsync(name, cancellationToken);
            }
            catch (Exception failure) when (StorageFault.Is(failure))
            {
                LogReceiveFailed(failure, function.Name);
                await Task.Delay(LongestPause, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(LocalFunction function, QueueClient queue, int free)
    {
        try
        {
            // Not cancelled half-way: storage would have handed out messages that nobody then puts back.
            return (await queue.ReceiveMessagesAsync(Math.Clamp(free, 1, 32), Lease, CancellationToken.None)).Value;
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            // Storage may come back; the host waits for it.
            LogReceiveFailed(failure, function.Name);
            return [];
        }
    }

    private async Task HandleAsync(LocalFunction function, QueueClient queue, QueueClient? poison, QueueMessage message, CancellationToken cancellationToken)
    {
        await using var lease = new MessageLease(queue, message, Lease);
        try
        {
            await (await TryAsync(function, poison, message, cancellationToken) switch
            {
                Ending.Done => lease.DeleteAsync(),
                Ending.Stopped => lease.ReleaseAsync(TimeSpan.Zero),
                Ending.Failed when poison is null => Task.CompletedTask,
                Ending.Failed => lease.ReleaseAsync(host.RetryPause),
                Ending.GivenUp => SetAsideAsync(poison!, lease, message),
                var unknown => throw new ArgumentOutOfRangeException(nameof(message), unknown, "No rule for this ending."),
            });
        }
        catch (Exception lost) when (StorageFault.Is(lost))
        {
            // The message shows up again by itself when its lease ends.
            LogReceiveFailed(lost, function.Name);
        }
    }

    private async Task<Ending> TryAsync(LocalFunction function, QueueClient? poison, QueueMessage message, CancellationToken cancellationToken)
    {
        if (poison is not null && message.DequeueCount > host.MaxDequeueCount)
        {
            // No attempt came to its end, not even to a failure: whatever this message does to a worker, it does it no more.
            LogNeverEnded(function.Name, message.DequeueCount);
            return Ending.GivenUp;
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await call.RunAsync(function, message.Body.ToString(), NoRoute, cancellationToken);
            return Ending.Done;
        }
        catch (Exception failure)
        {
            // Whatever went wrong belongs to this message: it is told, and tried again or set aside.
            if (cancellationToken.IsCancellationRequested)
            {
                return Ending.Stopped;
            }

            if (poison is null || message.DequeueCount < host.MaxDequeueCount)
            {
                LogFailed(failure, function.Name, message.DequeueCount);
                return Ending.Failed;
            }

            LogPoisoned(failure, function.Name, message.DequeueCount);
            return Ending.GivenUp;
        }
    }

    private static async Task SetAsideAsync(QueueClient poison, MessageLease lease, QueueMessage message)
    {
        // Not cancelled half-way, and in this order: a message may come twice but not get lost.
        await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: CancellationToken.None);
        await lease.DeleteAsync();
    }

    private enum Ending
    {
        Done,
        Stopped,
        Failed,
        GivenUp,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Queue of {Function} cannot be reached")]
    private partial void LogReceiveFailed(Exception failure, string function);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} failed on a message, attempt {Attempt}; it will be tried again")]
    private partial void LogFailed(Exception failure, string function, long attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed on a message for the last time, attempt {Attempt}; it is in the poison queue")]
    private partial void LogPoisoned(Exception failure, string function, long attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} never came to an end with a message in {Attempts} attempts; it is in the poison queue")]
    private partial void LogNeverEnded(string function, long attempts);
}
