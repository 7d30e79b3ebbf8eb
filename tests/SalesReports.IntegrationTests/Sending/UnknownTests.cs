using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Jobs;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>A worker that died between hand-over and record: what becomes of the delivery depends on the mailer.</summary>
public sealed class UnknownTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("folder", 6, 2)]
    [InlineData("sendgrid", 6, 1)]
    [InlineData("sendgrid", 16, 2)]
    [InlineData("smtp", 600, 1)]
    public async Task What_may_have_been_sent_is_sent_again_as_its_mailer_allows(string mailer, int minutes, int calls)
    {
        await using var world = await DiedAsync(mailer);

        await world.LaterAsync(TimeSpan.FromMinutes(minutes));

        Assert.Equal(calls, world.Mailer.Calls);
        Assert.Equal(calls == 2 ? DeliveryState.Accepted : DeliveryState.Unknown, Assert.Single(await world.StatesAsync()));
    }

    [Fact]
    public async Task An_event_of_the_provider_resolves_it_and_nothing_is_sent_again()
    {
        await using var world = await DiedAsync("sendgrid");
        await world.LaterAsync(TimeSpan.FromMinutes(6));

        await world.World.Get<DeliveryLedger>().ApplyAsync(
            new ProviderEvent(Assert.Single(await world.LedgerAsync()).Id, DeliveryState.Delivered, world.World.Clock.GetUtcNow(), "m1", null), Token);
        await world.LaterAsync(TimeSpan.FromHours(2));

        Assert.Equal((1, DeliveryState.Delivered), (world.Mailer.Calls, Assert.Single(await world.StatesAsync())));
    }

    [Fact]
    public async Task The_admins_are_told_once_of_what_a_relay_will_never_tell()
    {
        await using var world = await DiedAsync("smtp");

        await world.LaterAsync(TimeSpan.FromMinutes(6));
        var first = Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token), alert => alert.Body.Contains("retry", StringComparison.Ordinal));
        await world.LaterAsync(TimeSpan.FromHours(6));

        Assert.Equal(first, Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkQueues.DeliverQueue, Token), alert => alert.Body.Contains("retry", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_provider_whose_answers_are_always_lost_is_given_up_in_the_end()
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync("anna");
        world.Mailer.Answer = (_, _) => new DeliveryOutcome(DeliveryStatus.Unknown, null, "The answer was lost.");
        await world.TickAsync();

        foreach (var _ in Enumerable.Range(0, 12))
        {
            await world.LaterAsync(TimeSpan.FromMinutes(16));
        }

        Assert.Equal((5, DeliveryState.Failed), (world.Mailer.Calls, Assert.Single(await world.StatesAsync())));
    }

    /// <summary>The mailer took the message, and the worker died before it could say so.</summary>
    private async Task<SendingWorld> DiedAsync(string mailer)
    {
        var world = await SendingWorld.Open(azurite, mailer).WithPeopleAsync("anna");
        world.Mailer.Answer = (id, message) =>
        {
            world.Mailer.Take(id, message);
            throw new InvalidOperationException("The worker died.");
        };
        await Assert.ThrowsAsync<InvalidOperationException>(world.TickAsync);
        await QueueContents.TakeAsync(world.World, WorkQueues.DeliverQueue, Token);
        world.Mailer.Answer = (_, _) => null;
        return world;
    }
}
