using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Tests;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The same files again change nothing; a changed order changes its own days, and what is shown of them.</summary>
public sealed class SecondImportTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Northwind_imported_twice_is_Northwind_imported_once()
    {
        var folder = SharedData.Copy("northwind");
        try
        {
            await ImportTwice(folder, PublishedData.Dollars, ["1998-W18", "1998-04"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task A_made_world_imported_twice_is_the_world_imported_once(int seed)
    {
        var world = new RandomWorld(seed);
        await InFolder(world.Facts, folder => ImportTwice(folder, world.Settings, world.Periods(3)));
    }

    [Fact]
    public async Task A_changed_order_changes_its_own_days_and_gives_the_next_revision() => await InFolder(Sales("2026-11-11", "250"), async folder =>
    {
        await using var company = Company.Open(azurite, folder, new PlainSettings());
        await company.ImportedAsync(Cancellation);
        var first = await company.BuildAsync("2026-W46", Cancellation);
        var earlier = await company.BuildAsync("2026-W45", Cancellation);

        // A move within the week changes no figure of it, so the week shows no new revision.
        var edits = new (string Day, string Net, string Status, string[] Days, int Revision, bool IsNew)[]
        {
            ("2026-11-11", "270.5", "booked", ["20261111"], 2, true),
            ("2026-11-13", "270.5", "booked", ["20261111", "20261113"], 2, false),
            ("2026-11-13", "270.5", "cancelled", ["20261113"], 3, true),
        };
        foreach (var (day, net, status, days, revision, isNew) in edits)
        {
            var facts = Sales(day, net, status);
            facts.WriteTo(folder);
            company.World.Clock.Advance(TimeSpan.FromHours(1));
            var before = await SnapshotAsync(company);
            var outcome = await company.PullAsync(Cancellation);
            Assert.Equal(new FactCounts(Read: 3, Written: 1, Unchanged: 2, Stale: 0), outcome.Kinds[FactKind.Orders]);
            Assert.Equal(days, (await company.World.Get<RollUp>().DirtyDaysAsync(Cancellation)).Select(d => d.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(days.Length, (await company.RollUpAsync(Cancellation)).DaysRebuilt);
            var rolledUp = StorageSnapshot.Changed(before, await SnapshotAsync(company)).Where(key => key.StartsWith("rollups/", StringComparison.Ordinal)).ToList();
            Assert.All(rolledUp, key => Assert.Contains(days, d => key.Contains(d, StringComparison.Ordinal)));
            Assert.All(days, d => Assert.Contains(rolledUp, key => key.Contains(d, StringComparison.Ordinal)));

            var built = await company.BuildAsync("2026-W46", Cancellation);
            Assert.Equal((revision, isNew), (built.Report.Revision, built.IsNewRevision));
            var oracle = new PlainReport(PlainReading.Read(facts, new PlainSettings()));
            Assert.Empty(ReportDifferences.Of(oracle.Of(PlainPeriod.Parse("2026-W46")), await company.ReportAsync("2026-W46", Cancellation), 1e-9m));
        }

        var last = await company.BuildAsync("2026-W46", Cancellation);
        Assert.Contains(last.Report.Restatements, change => change is { Metric: "revenue", Before: 370.5m, After: 100m });
        Assert.Equal(350m, first.Report.Metrics[0].Value);
        var untouched = await company.BuildAsync("2026-W45", Cancellation);
        Assert.False(untouched.IsNewRevision);
        Assert.Equal(earlier.Files[BuildReport.ReportFile].ToArray(), untouched.Files[BuildReport.ReportFile].ToArray());
    });

    private async Task ImportTwice(string folder, PlainSettings settings, IReadOnlyList<string> periods)
    {
        await using var first = Company.Open(azurite, folder, settings, withDocuments: true);
        await first.ImportedAsync(Cancellation);
        var built = new List<BuiltReport>();
        foreach (var period in periods)
        {
            built.Add(await first.BuildAsync(period, Cancellation));
        }

        var before = await SnapshotAsync(first);
        await using var second = Company.Open(azurite, folder, settings, withDocuments: true, first.World.Prefix);
        second.World.Clock.Advance(TimeSpan.FromDays(2));
        var outcome = await second.PullAsync(Cancellation);
        Assert.NotEmpty(outcome.Kinds);
        Assert.All(outcome.Kinds.Values, counts => Assert.Equal(new FactCounts(counts.Read, 0, counts.Read, 0), counts));
        Assert.Equal(0, outcome.DaysDirtied);
        Assert.Equal(new RollUpOutcome(0, 0), await second.RollUpAsync(Cancellation));
        foreach (var report in built)
        {
            var again = await second.BuildAsync(report.Report.Period, Cancellation);
            Assert.False(again.IsNewRevision);
            Assert.Superset(new HashSet<string>(["report.json", "report.fr.pdf", "report.en.pdf"], StringComparer.Ordinal), again.Files.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.Equal(report.Files.Keys.Order(StringComparer.Ordinal), again.Files.Keys.Order(StringComparer.Ordinal));
            Assert.All(report.Files, file => Assert.Equal(file.Value.ToArray(), again.Files[file.Key].ToArray()));
        }

        // The ledger alone remembers that somebody looked.
        Assert.Equal(["sources/source/csv"], StorageSnapshot.Changed(before, await SnapshotAsync(second)));
    }

    private Task<IReadOnlyDictionary<string, string>> SnapshotAsync(Company company) =>
        StorageSnapshot.TakeAsync(azurite.ConnectionString, company.World.Prefix, Cancellation);

    /// <summary>Three orders of which the middle one is as given.</summary>
    private static CanonicalRows Sales(string day, string net, string status = "booked")
    {
        var facts = new CanonicalRows();
        facts.Add("orders", Order("O1", "2026-11-03", "80", "booked"));
        facts.Add("orders", Order("O2", day, net, status));
        facts.Add("orders", Order("O3", "2026-11-12", "100", "booked"));
        return facts;
    }

    private static Row Order(string id, string day, string net, string status) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["order_id"] = id,
        ["ordered_at"] = day,
        ["customer_id"] = "C1",
        ["status"] = status,
        ["quantity"] = "1",
        ["net_amount"] = net,
    };

    private static async Task InFolder(CanonicalRows facts, Func<string, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-again-").FullName;
        try
        {
            facts.WriteTo(folder);
            await act(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
