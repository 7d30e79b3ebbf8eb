using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Local.Runner;

namespace SalesReports.Tests.Hosting;

public sealed class TimerRunnerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 58, 12, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_is_woken_at_each_time_of_its_schedule_in_UTC()
    {
        await using var world = await TimerWorld.StartAsync<EveryFiveMinutes>();

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), await world.NextWakeAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 5, 0, TimeSpan.Zero), await world.NextWakeAsync());
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_runs_at_once()
    {
        await using var world = await TimerWorld.StartAsync<AtStartup>();

        Assert.Equal(Start, await world.Wakes.Reader.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task A_failing_timer_is_woken_again_next_time()
    {
        await using var world = await TimerWorld.StartAsync<AlwaysFails>();

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 7, 59, 0, TimeSpan.Zero), await world.NextWakeAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), await world.NextWakeAsync());
    }

    [Fact]
    public async Task A_retry_attribute_asks_for_another_attempt_after_its_pause()
    {
        await using var world = await TimerWorld.StartAsync<FailsWithRetry>();

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), await world.NextWakeAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 10, TimeSpan.Zero), await world.NextWakeAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), await world.NextWakeAsync());
    }

    private sealed class TimerWorld : IAsyncDisposable
    {
        private readonly ObservedClock _clock = new();
        private ServiceProvider? _services;
        private TimerRunner? _runner;

        public Channel<DateTimeOffset> Wakes { get; } = Channel.CreateUnbounded<DateTimeOffset>();

        public static async Task<TimerWorld> StartAsync<TFunctions>()
        {
            var world = new TimerWorld();
            world._services = new ServiceCollection().AddSingleton(world.Wakes.Writer).AddSingleton<TimeProvider>(world._clock).BuildServiceProvider();
            var call = new FunctionCall(world._services.GetRequiredService<IServiceScopeFactory>());
            world._runner = new TimerRunner(FunctionCatalog.In([typeof(TFunctions)]), call, world._clock, NullLogger<TimerRunner>.Instance);
            await world._runner.StartAsync(Cancellation);
            return world;
        }

        /// <summary>Moves the clock by the delay that the runner asks for, and gives the time at which the function is then woken.</summary>
        public async Task<DateTimeOffset> NextWakeAsync()
        {
            _clock.Advance(await _clock.Delays.Reader.ReadAsync(Cancellation));
            return await Wakes.Reader.ReadAsync(Cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await _runner!.StopAsync(CancellationToken.None);
            _runner.Dispose();
            await _services!.DisposeAsync();
        }
    }

    private sealed class ObservedClock() : FakeTimeProvider(TimerRunnerTests.Start)
    {
        public Channel<TimeSpan> Delays { get; } = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Delays.Writer.TryWrite(dueTime);
            return timer;
        }
    }

    private sealed class EveryFiveMinutes(ChannelWriter<DateTimeOffset> wakes, TimeProvider clock)
    {
        [Function("EveryFiveMinutes")]
        public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
            await wakes.WriteAsync(clock.GetUtcNow(), cancellationToken);
    }

    private sealed class AtStartup(ChannelWriter<DateTimeOffset> wakes, TimeProvider clock)
    {
        [Function("AtStartup")]
        public async Task RunAsync([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
            await wakes.WriteAsync(clock.GetUtcNow(), cancellationToken);
    }

    private sealed class AlwaysFails(ChannelWriter<DateTimeOffset> wakes, TimeProvider clock)
    {
        [Function("AlwaysFails")]
        public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
        {
            await wakes.WriteAsync(clock.GetUtcNow(), cancellationToken);
            throw new InvalidOperationException("As always.");
        }
    }

    private sealed class FailsWithRetry(ChannelWriter<DateTimeOffset> wakes, TimeProvider clock)
    {
        [Function("FailsWithRetry")]
        [FixedDelayRetry(1, "00:00:10")]
        public async Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
        {
            await wakes.WriteAsync(clock.GetUtcNow(), cancellationToken);
            throw new InvalidOperationException("As always.");
        }
    }
}
