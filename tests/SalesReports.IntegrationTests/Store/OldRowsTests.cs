using Azure.Data.Tables;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>Tables that log what comes do not grow for ever, and nothing goes that somebody may still ask for.</summary>
public sealed class OldRowsTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_forgotten_after_a_month_once_a_day_and_not_before()
    {
        await using var world = TestWorld.Create(azurite);
        var (told, now) = (world.Get<ToldEvents>(), world.Clock.GetUtcNow());
        foreach (var number in Enumerable.Range(0, 150))
        {
            await told.NoteAsync("event", $"old-{number}", now.AddDays(-31), Token);
        }

        await told.NoteAsync("request", "old", now.AddDays(-31), Token);
        await told.NoteAsync("event", "young", now.AddDays(-29), Token);

        Assert.Equal(151, await world.Get<OldRows>().ForgetAsync(Token));
        Assert.True(await told.IsKnownAsync("event", "young", Token));
        Assert.False(await told.IsKnownAsync("event", "old-149", Token));
        await told.NoteAsync("event", "old-again", now.AddDays(-31), Token);
        Assert.Equal(0, await world.Get<OldRows>().ForgetAsync(Token));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await world.Get<OldRows>().ForgetAsync(Token));
    }

    [Fact]
    public async Task The_timer_of_deliveries_forgets_operations_after_ninety_days_and_keys_when_they_no_longer_count()
    {
        await using var world = TestWorld.Create(azurite);
        var operations = world.Get<OperationStore>();
        var old = await operations.BeginAsync("build", "2026-W47", "admin", "key-1", "a", Token);
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.Get<ScheduledWork>().SettleDeliveriesAsync(Token);
        Assert.NotNull(await operations.FindAsync(old.Operation.Id, Token));
        Assert.Equal(["operation"], await PartitionsAsync(world));

        world.Clock.Advance(TimeSpan.FromDays(88));
        var young = await operations.BeginAsync("build", "2026-W48", "admin", null, "a", Token);
        await world.Get<ScheduledWork>().SettleDeliveriesAsync(Token);

        Assert.Null(await operations.FindAsync(old.Operation.Id, Token));
        Assert.NotNull(await operations.FindAsync(young.Operation.Id, Token));
    }

    private static async Task<IReadOnlyList<string>> PartitionsAsync(TestWorld world)
    {
        var table = await world.Get<Tables>().OpenAsync("operations", Token);
        return await table.QueryAsync<TableEntity>(cancellationToken: Token).Select(row => row.PartitionKey).ToListAsync(Token);
    }
}
