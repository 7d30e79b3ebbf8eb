using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>Messages are hints: with all of them lost, some doubled, or none added for lack of room, the timers bring everything about.</summary>
public sealed class LostMessagesTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly string[] Messages =
    [
        """{"sweep":true}""", """{"from":"2026-03-01","to":"2026-04-10"}""", """{"day":"2026-03-02"}""", """{"day":"2026-03-04"}""", """{"day":"1998-01-01"}""",
    ];

    private readonly string _folder = TinyCompany.Write(Directory.CreateTempSubdirectory("salesreports-lost-").FullName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task With_every_hint_lost_and_timers_late_or_twice_the_end_is_the_same()
    {
        await using var clean = World();
        await clean.Get<PullSources>().RunAsync("csv", PullWindow.Everything, null, Token);
        await clean.Get<RollUp>().SweepAsync(null, Token);

        await using var world = World();
        world.Clock.AdjustTime(new DateTimeOffset(1998, 4, 13, 12, 0, 0, TimeSpan.Zero));
        await TwiceAsync(() => world.Get<ScheduledWork>().PullAllAsync(Token));
        Assert.Single(await QueueContents.TakeAsync(world, WorkQueues.PullQueue, Token));
        world.Clock.Advance(TimeSpan.FromHours(1));
        await TwiceAsync(() => world.Get<ScheduledWork>().PullAllAsync(Token));
        var pull = Assert.Single(await QueueContents.TakeAsync(world, WorkQueues.PullQueue, Token));
        await TwiceAsync(() => world.Get<QueuedWork>().PullAsync(pull, Token));
        Assert.NotEmpty(await QueueContents.TakeAsync(world, WorkQueues.RollUpQueue, Token));
        await TwiceAsync(() => world.Get<ScheduledWork>().SweepAsync(Token));
        await TwiceAsync(() => world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token));
        Assert.NotEmpty(await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token));
        await world.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);

        Assert.Equal(await StateAsync(clean), await StateAsync(world));
        Assert.Equal(["""{"period":"1998-W15"}"""], await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Token));
        Assert.Empty(await world.Get<AlertStore>().ListAsync(null, Token));
    }

    [Fact]
    public async Task In_any_order_and_any_number_messages_end_as_one_sweep()
    {
        await using var clean = TestWorld.Create(azurite);
        await WriteAsync(clean);
        await clean.Get<RollUp>().SweepAsync(null, Token);
        var expected = await StateAsync(clean);

        await Gen.Shuffle(Messages.Concat(Messages).ToArray(), 0, 8).SampleAsync(async messages =>
        {
            await using var world = TestWorld.Create(azurite);
            await WriteAsync(world);
            foreach (var message in messages)
            {
                await world.Get<QueuedWork>().RollUpAsync(message, Token);
            }

            await world.Get<ScheduledWork>().SweepAsync(Token);
            Assert.Equal(expected, await StateAsync(world));
        }, iter: 6, threads: 1);
    }

    [Fact]
    public async Task A_full_queue_gets_no_more_hints_and_the_sweep_does_the_rest()
    {
        await using var world = World(("MostQueued", "5"));
        TinyCompany.WriteDays(_folder, days: 20);

        await world.Get<QueuedWork>().PullAsync("""{"source":"csv"}""", Token);
        await world.Get<QueuedWork>().PullAsync("""{"source":"csv"}""", Token);

        Assert.Equal(5, (await QueueContents.TakeAsync(world, WorkQueues.RollUpQueue, Token)).Count);
        Assert.Equal(20, (await world.Get<RollUp>().DirtyDaysAsync(Token)).Count);
        await world.Get<ScheduledWork>().SweepAsync(Token);
        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(Token));
        Assert.Equal(20, (await world.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Count);
    }

    [Fact]
    public async Task A_large_import_queues_one_bounded_piece_of_work_and_rolls_up_nothing_itself()
    {
        await using var world = World();

        await world.Get<QueuedWork>().PullAsync("""{"source":"csv"}""", Token);

        Assert.Equal(TinyCompany.Days, (await world.Get<RollUp>().DirtyDaysAsync(Token)).Count);
        var message = Assert.Single(await QueueContents.TakeAsync(world, WorkQueues.RollUpQueue, Token));
        await world.Get<QueuedWork>().RollUpAsync(message, Token);
        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(Token));
    }

    [Fact]
    public async Task A_source_is_not_queued_again_before_its_pull_has_ended()
    {
        await using var world = World();
        var timer = world.Get<ScheduledWork>();
        await timer.PullAllAsync(Token);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await timer.PullAllAsync(Token);
        var queue = await world.Get<Tables>().QueueAsync(WorkQueues.PullQueue, Token);
        var running = (await queue.ReceiveMessageAsync(TimeSpan.FromHours(1), Token)).Value;
        world.Clock.Advance(TimeSpan.FromHours(1));
        await timer.PullAllAsync(Token);
        Assert.Empty(await QueueContents.TakeAsync(world, WorkQueues.PullQueue, Token));

        await world.Get<QueuedWork>().PullAsync(running.MessageText, Token);
        await queue.DeleteMessageAsync(running.MessageId, running.PopReceipt, Token);
        await timer.PullAllAsync(Token);

        Assert.Single(await QueueContents.TakeAsync(world, WorkQueues.PullQueue, Token));
    }

    private static Task WriteAsync(TestWorld world) => world.Get<FactStore>().WriteAsync(
        FactKind.Orders, [.. Enumerable.Range(0, 12).Select(i => Made.Order($"O{i}", new DateOnly(2026, 3, 1).AddDays(i * 3), $"C{i % 5}", 10 + i))], 1, Token);

    private static async Task TwiceAsync(Func<Task> act)
    {
        await act();
        await act();
    }

    /// <summary>All rollups and first orders.</summary>
    private static async Task<string> StateAsync(TestWorld world)
    {
        var days = await world.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token);
        var first = await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token);
        Assert.NotEmpty(days);
        return string.Join('\n', [.. days.Select(day => day.Json), .. first.Select(order => $"{order}")]);
    }

    private TestWorld World(params (string Name, string Value)[] settings) => TestWorld.Create(
        azurite, new Dictionary<string, string?>(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))) { ["ImportFolder"] = _folder });
}
