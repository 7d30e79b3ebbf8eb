using System.Collections.Concurrent;
using System.Globalization;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Made worlds through the whole product: files, import, storage, rollups, report.</summary>
public sealed class StoredWorldTests(AzuriteFixture azurite)
{
    private const decimal Tolerance = 1e-9m;

    /// <summary>Seeds apart from those of the pure worlds; more by the environment variable STORED_WORLDS.</summary>
    private static readonly int s_worlds =
        int.TryParse(Environment.GetEnvironmentVariable("STORED_WORLDS"), CultureInfo.InvariantCulture, out var more) ? more : 16;

    [Fact]
    public async Task Random_worlds_come_out_of_storage_as_the_oracle_has_them()
    {
        var differences = new ConcurrentQueue<string>();
        await InParallel(Enumerable.Range(10_001, s_worlds), async (seed, cancellation) =>
        {
            var world = new RandomWorld(seed);
            await InFolder(world.Facts, world.Settings, async (_, company) =>
            {
                var oracle = new PlainReport(PlainReading.Read(world.Facts, world.Settings));
                foreach (var period in world.Periods(4))
                {
                    var report = await company.ReportAsync(period, cancellation);
                    ReportDifferences.Of(oracle.Of(PlainPeriod.Parse(period)), report, Tolerance).ToList().ForEach(d => differences.Enqueue($"seed {seed}: {d}"));
                }
            }, cancellation);
        });
        Assert.True(differences.IsEmpty, string.Join('\n', differences.Take(40)));
    }

    /// <summary>Late, moved, cancelled and returning facts leave the same figures as if they had been so from the start.</summary>
    [Theory]
    [InlineData(20_001)]
    [InlineData(20_002)]
    [InlineData(20_003)]
    public async Task A_world_that_is_edited_between_imports_shows_what_its_files_say_last(int seed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var world = new RandomWorld(seed);
        var facts = world.Facts;
        await InFolder(facts, world.Settings, async (folder, company) =>
        {
            for (var round = 1; round <= 3; round++)
            {
                var oracle = new PlainReport(PlainReading.Read(facts, world.Settings));
                foreach (var period in world.Periods(4))
                {
                    var differences = ReportDifferences.Of(oracle.Of(PlainPeriod.Parse(period)), await company.ReportAsync(period, cancellation), Tolerance);
                    Assert.True(differences.Count == 0, $"round {round}: {string.Join('\n', differences)}");
                }

                facts = WorldEdits.Apply(facts, seed + round);
                facts.WriteTo(folder);
                company.World.Clock.Advance(TimeSpan.FromHours(1));
                var outcome = await company.PullAsync(cancellation);
                Assert.Empty(outcome.Rejections);
                Assert.True(outcome.Kinds.Values.Sum(counts => counts.Written) > 0);
                await company.RollUpAsync(cancellation);
            }
        }, cancellation);
    }

    /// <summary>Sales on three days around a year of 53 weeks: first week, silence, year end, silence, last week.</summary>
    [Fact]
    public async Task Weeks_without_orders_are_zero_between_the_data_and_unknown_before_them()
    {
        var facts = new CanonicalRows();
        foreach (var (day, net) in new[] { ("2026-11-25", "100"), ("2026-12-31", "300"), ("2027-01-01", "50"), ("2027-02-11", "700") })
        {
            facts.Add("orders", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["order_id"] = day,
                ["ordered_at"] = day,
                ["customer_id"] = "C1",
                ["quantity"] = "1",
                ["net_amount"] = net,
                ["unit_cost"] = "20",
            });
        }

        var settings = new PlainSettings(MinimumSample: 1);
        await InFolder(facts, settings, async (_, company) =>
        {
            var oracle = new PlainReport(PlainReading.Read(facts, settings));
            var revenues = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var period in PlainPeriod.Between(new DateOnly(2026, 11, 23), new DateOnly(2027, 2, 21)))
            {
                var report = await company.ReportAsync(period.Name, TestContext.Current.CancellationToken);
                Assert.Empty(ReportDifferences.Of(oracle.Of(period), report, Tolerance));
                revenues[period.Name] = report["metrics"]![0]!["value"]!.GetValue<decimal>();
            }

            string[] asked = ["2026-W48", "2026-W49", "2026-W53", "2027-W01", "2027-W06", "2027-W07", "2026-11", "2026-12", "2027-01", "2027-02"];
            Assert.Equal([100m, 0m, 350m, 0m, 700m, 0m, 100m, 300m, 50m, 700m], asked.Select(period => revenues[period]));
        }, TestContext.Current.CancellationToken);
    }

    private async Task InFolder(CanonicalRows facts, PlainSettings settings, Func<string, Company, Task> act, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-world-").FullName;
        try
        {
            facts.WriteTo(folder);
            await using var company = Company.Open(azurite, folder, settings);
            await act(folder, await company.ImportedAsync(cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task InParallel(IEnumerable<int> seeds, Func<int, CancellationToken, Task> act) => Parallel.ForEachAsync(
        seeds, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (seed, cancellation) => await act(seed, cancellation));
}
