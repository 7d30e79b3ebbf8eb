using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>The number of shards is chosen once; a host that is set to another one says so and does not go on.</summary>
public sealed class ShardCountTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_keeps_the_number_it_was_created_with()
    {
        await using var first = Open(TestWorld.NewPrefix(), "2");
        Assert.Equal(2, await first.Get<ShardCount>().GetAsync(Token));

        await using var unset = Open(first.Prefix, null);
        await using var same = Open(first.Prefix, "2");
        await using var other = Open(first.Prefix, "16");

        Assert.Equal(2, await unset.Get<ShardCount>().GetAsync(Token));
        Assert.Equal(2, await same.Get<ShardCount>().GetAsync(Token));
        var refusal = await Assert.ThrowsAsync<ShardMismatchException>(() => other.Get<ShardCount>().GetAsync(Token));
        Assert.Equal(
            "Shards is 16, but this storage was created with 2 and its facts are filed by that number; set Shards to 2 or leave it out, or use an empty storage and import again.",
            refusal.Message);
    }

    [Fact]
    public async Task No_fact_is_written_or_read_under_another_number()
    {
        await using var first = Open(TestWorld.NewPrefix(), null);
        Assert.Equal(ShardCount.Default, await first.Get<ShardCount>().GetAsync(Token));
        await using var other = Open(first.Prefix, "1");

        await Assert.ThrowsAsync<ShardMismatchException>(() => other.Get<FactStore>().WriteAsync(Facts.FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 3, 2), "C1", 1)], 1, Token));
        await Assert.ThrowsAsync<ShardMismatchException>(() => other.Get<DirtyDays>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token));
    }

    [Fact]
    public async Task Of_hosts_that_begin_together_one_chooses_and_the_others_follow_or_stop()
    {
        var prefix = TestWorld.NewPrefix();
        var worlds = Enumerable.Range(1, 6).Select(number => Open(prefix, number % 2 == 0 ? "3" : null)).ToList();

        var chosen = await Task.WhenAll(worlds.Select(async world =>
        {
            try
            {
                return await world.Get<ShardCount>().GetAsync(Token);
            }
            catch (ShardMismatchException)
            {
                return 0;
            }
        }));

        Assert.Single(chosen.Where(count => count > 0).Distinct());
        await Task.WhenAll(worlds.Select(world => world.DisposeAsync().AsTask()));
    }

    private TestWorld Open(string prefix, string? shards) =>
        TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = prefix, ["Shards"] = shards });
}
