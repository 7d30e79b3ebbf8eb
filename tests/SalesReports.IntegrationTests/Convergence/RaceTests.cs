using System.Globalization;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// Versions out of order, twice, moved, taken back and corrected; workers that race and die between any two steps: in the end
/// everything stored is what one clean run stores. <c>RACE_SEEDS</c> says how many seeds (20), <c>RACE_FROM</c> the first
/// of them (1), <c>RACE_SEED</c> names a single one.
/// </summary>
public sealed class RaceTests(AzuriteFixture azurite)
{
    private const int Rounds = 6;

    /// <summary>Races wait most of the time, so some run side by side, each in storage of its own.</summary>
    private const int AtOnce = 5;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<int[]> Seeds =>
        [.. Setting("RACE_SEED") is { } one ? [[one]] : Enumerable.Range(Setting("RACE_FROM") ?? 1, Setting("RACE_SEEDS") ?? 20).Chunk(AtOnce)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Workers_that_race_and_die_end_where_one_clean_run_ends(int[] seeds)
    {
        var found = await Task.WhenAll(seeds.Select(seed => Task.Run(() => RaceAsync(seed), Token)));

        Assert.Empty(found.SelectMany(differences => differences));
    }

    private async Task<IReadOnlyList<string>> RaceAsync(int seed)
    {
        var histories = new FactHistories(seed);
        var race = new Race(azurite, seed);
        var wrong = await race.RunAsync(Delivery.Rounds(histories, Rounds, new Random(seed)), Token);
        var clean = TestWorld.NewPrefix();
        await using var sequential = Race.Open(azurite, clean);
        foreach (var delivery in Delivery.InOrder(histories))
        {
            await sequential.Get<FactStore>().WriteAsync(delivery.Kind, delivery.Facts, delivery.Import, Token);
        }

        Assert.Empty(await DerivedState.SettleAsync(sequential, Token));
        Assert.Equal(PlainDays.Of(histories.Facts.Select(fact => fact.Last)), await PlainDays.StoredAsync(sequential, Token));
        Assert.True(race.Deaths > 0, "No worker died: the test was too kind.");
        var differences = StoredState.Differences(
            await StoredState.ReadAsync(azurite.ConnectionString, clean, Token), await StoredState.ReadAsync(azurite.ConnectionString, race.Prefix, Token));
        return [.. wrong.Concat(differences).Select(difference => $"seed {seed}: {difference}")];
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
