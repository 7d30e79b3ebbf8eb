using System.Globalization;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// Versions out of order, twice, moved, taken back and corrected; workers that race and die between any two steps: in the end
/// everything stored is what one clean run stores. <c>RACE_SEEDS</c> says how many seeds (20), <c>RACE_SEED</c> names a single one.
/// </summary>
public sealed class RaceTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => Setting("RACE_SEED") is { } one ? [one] : [.. Enumerable.Range(1, Setting("RACE_SEEDS") ?? 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Workers_that_race_and_die_end_where_one_clean_run_ends(int seed)
    {
        var histories = new FactHistories(seed);
        var race = new Race(azurite, seed);
        await race.RunAsync(Delivery.Shuffled(histories, new Random(seed)), Token);
        var clean = TestWorld.NewPrefix();
        await using var sequential = Race.Open(azurite, clean);
        foreach (var delivery in Delivery.InOrder(histories))
        {
            await sequential.Get<FactStore>().WriteAsync(delivery.Kind, delivery.Facts, delivery.Import, Token);
        }

        await Race.SweepUntilCleanAsync(sequential, Token);

        Assert.Equal(PlainDays.Of(histories.Facts.Select(fact => fact.Last)), await PlainDays.StoredAsync(sequential, Token));
        Assert.Empty(StoredState.Differences(await StoredState.ReadAsync(azurite.ConnectionString, clean, Token), await StoredState.ReadAsync(azurite.ConnectionString, race.Prefix, Token)));
        Assert.True(race.Deaths > 0, "No worker died: the test was too kind.");
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
