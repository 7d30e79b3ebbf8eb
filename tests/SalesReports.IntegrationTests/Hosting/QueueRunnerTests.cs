using System.Threading.Channels;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SalesReports.Local.Runner;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Hosting;

public sealed class QueueRunnerTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_handed_over_as_it_was_written_and_then_deleted()
    {
        await using var world = await QueueWorld.StartAsync(azurite, (_, _) => Task.CompletedTask);

        await world.Queue.SendMessageAsync("""{ "day": "2026-11-23" }""", Cancellation);

        Assert.Equal("""{ "day": "2026-11-23" }""", await world.NextAsync());
        await world.UntilAsync(world.Queue, messages: 0);
        Assert.False(world.Seen.TryRead(out _));
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_until_it_succeeds()
    {
        await using var world = await QueueWorld.StartAsync(azurite, (attempt, _) =>
            attempt < 3 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask);

        await world.Queue.SendMessageAsync("stubborn", Cancellation);

        Assert.Equal(["stubborn", "stubborn", "stubborn"], [await world.NextAsync(), await world.NextAsync(), await world.NextAsync()]);
        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal(0, await world.CountAsync(world.Poison));
    }

    [Fact]
    public async Task After_the_last_attempt_a_message_lies_in_the_poison_queue()
    {
        await using var world = await QueueWorld.StartAsync(azurite, (_, _) => throw new InvalidOperationException("Never."));

        await world.Queue.SendMessageAsync("hopeless", Cancellation);

        await world.UntilAsync(world.Poison, messages: 1);
        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal("hopeless", (await world.Poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
        Assert.Equal(3, world.Attempts);
    }

    [Fact]
    public async Task Work_longer_than_the_lease_keeps_its_message()
    {
        await using var world = await QueueWorld.StartAsync(
            azurite, (_, cancellation) => Task.Delay(TimeSpan.FromSeconds(5), cancellation), lease: TimeSpan.FromSeconds(2));

        await world.Queue.SendMessageAsync("long", Cancellation);

        await world.NextAsync();
        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal(1, world.Attempts);
    }

    [Fact]
    public async Task A_message_that_no_attempt_brought_to_an_end_is_set_aside_without_another_one()
    {
        await using var world = await QueueWorld.StartAsync(azurite, (_, _) => Task.CompletedTask, prepare: async queue =>
        {
            await queue.SendMessageAsync("killer", Cancellation);
            foreach (var _ in Enumerable.Range(0, 3))
            {
                var message = (await queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value;
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancellation);
            }
        });

        await world.UntilAsync(world.Poison, messages: 1);
        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal(0, world.Attempts);
    }

    [Fact]
    public async Task A_message_whose_work_was_done_is_not_given_up_when_it_can_no_longer_be_deleted()
    {
        QueueClient? queue = null;
        await using var world = await QueueWorld.StartAsync(azurite, async (attempt, cancellation) =>
        {
            if (attempt < 3)
            {
                throw new InvalidOperationException("Not yet.");
            }

            // The last attempt does the work; meanwhile the message is taken away from it.
            await queue!.ClearMessagesAsync(cancellation);
        }, prepare: async made => await (queue = made).SendMessageAsync("done at last", Cancellation));

        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal(3, world.Attempts);
        await world.DisposeAsync();
        Assert.Equal(0, await world.CountAsync(world.Poison));
    }

    [Fact]
    public async Task What_fails_on_a_poison_queue_comes_back_until_it_succeeds()
    {
        await using var world = await QueueWorld.StartAsync(
            azurite, (attempt, _) => attempt < 5 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask, lease: TimeSpan.FromSeconds(1), worker: typeof(PoisonWorker));

        await world.Poison.SendMessageAsync("given up", Cancellation);

        await world.UntilAsync(world.Poison, messages: 0);
        Assert.Equal(5, world.Attempts);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_host_json_allows()
    {
        var (running, most) = (0, 0);
        await using var world = await QueueWorld.StartAsync(azurite, async (_, cancellation) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(200, cancellation);
            Interlocked.Decrement(ref running);
        });

        foreach (var number in Enumerable.Range(0, 6))
        {
            await world.Queue.SendMessageAsync($"{number}", Cancellation);
        }

        await world.UntilAsync(world.Queue, messages: 0);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Stopping_the_host_puts_a_message_back_at_once()
    {
        var world = await QueueWorld.StartAsync(azurite, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        await world.Queue.SendMessageAsync("unfinished", Cancellation);
        await world.NextAsync();

        await world.DisposeAsync();

        Assert.Equal("unfinished", (await world.Queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value?.Body.ToString());
    }

    private sealed class QueueWorld : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private readonly QueueRunner _runner;
        private readonly Work _work;

        private QueueWorld(ServiceProvider services, QueueRunner runner, Work work, QueueClient queue, QueueClient poison) =>
            (_services, _runner, _work, Queue, Poison) = (services, runner, work, queue, poison);

        public QueueClient Queue { get; }

        public QueueClient Poison { get; }

        public ChannelReader<string> Seen => _work.Seen.Reader;

        public int Attempts => _work.Attempts;

        public static async Task<QueueWorld> StartAsync(AzuriteFixture azurite, Func<int, CancellationToken, Task> body, TimeSpan? lease = null, Type? worker = null, Func<QueueClient, Task>? prepare = null)
        {
            var options = new StorageOptions { Storage = azurite.ConnectionString, TablePrefix = TestWorld.NewPrefix() };
            var storage = new Tables(new StorageClients(options, []), options);
            var work = new Work(body);
            var services = new ServiceCollection().AddSingleton(work).BuildServiceProvider();
            var runner = new QueueRunner(
                FunctionCatalog.In([worker ?? typeof(Worker)]),
                new FunctionCall(services.GetRequiredService<IServiceScopeFactory>()),
                storage,
                new HostFile { MaxDequeueCount = 3, BatchSize = 2 },
                NullLogger<QueueRunner>.Instance)
            { Lease = lease ?? TimeSpan.FromSeconds(30) };
            var world = new QueueWorld(
                services, runner, work, await storage.QueueAsync("work", Cancellation), await storage.QueueAsync("work-poison", Cancellation));
            await (prepare?.Invoke(world.Queue) ?? Task.CompletedTask);
            await runner.StartAsync(Cancellation);
            return world;
        }

        public async Task<string> NextAsync() => await Seen.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        public async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;

        public async Task UntilAsync(QueueClient queue, int messages)
        {
            for (var tries = 0; await CountAsync(queue) != messages; tries++)
            {
                Assert.True(tries < 200, $"The queue did not come to {messages} messages.");
                await Task.Delay(100, Cancellation);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _runner.StopAsync(CancellationToken.None);
            _runner.Dispose();
            await _services.DisposeAsync();
        }
    }

    private sealed class Work(Func<int, CancellationToken, Task> body)
    {
        private int _attempts;

        public int Attempts => _attempts;

        public Channel<string> Seen { get; } = Channel.CreateUnbounded<string>();

        public Task DoAsync(string message, CancellationToken cancellationToken)
        {
            Seen.Writer.TryWrite(message);
            return body(Interlocked.Increment(ref _attempts), cancellationToken);
        }
    }

    private sealed class Worker(Work work)
    {
        [Function("Worker")]
        public Task RunAsync([QueueTrigger("work", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
            work.DoAsync(message, cancellationToken);
    }

    private sealed class PoisonWorker(Work work)
    {
        [Function("PoisonWorker")]
        public Task RunAsync([QueueTrigger("work-poison", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
            work.DoAsync(message, cancellationToken);
    }
}
