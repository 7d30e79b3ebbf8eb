using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Who sees less than the company is sent a report that never held more, and a late source is named in it.</summary>
public sealed class ScopeTests(AzuriteFixture azurite)
{
    private const decimal Mine = 4321;
    private const decimal Theirs = 98765;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("team:North")]
    [InlineData("rep:R-NORTH")]
    public async Task Nobody_is_sent_another_teams_names_or_figures(string scope)
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync();
        await PlantAsync(world);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await world.AddPersonAsync("anna", scope);
        await world.AddPersonAsync("chief");
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

        await world.TickAsync();

        var (mine, chiefs) = (Text(world, "anna"), Text(world, "chief"));
        Assert.Contains("4,321", mine, StringComparison.Ordinal);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, mine, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("103,186", chiefs, StringComparison.Ordinal);
        var reports = world.World.Get<ReportStore>();
        var stored = (await reports.FindAsync(SendingWorld.Week, scope, null, Token))!;
        var json = (await reports.ReadFileAsync(stored, "report.json", Token))!.ToString();
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, json, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_report_that_goes_without_a_late_source_names_it_and_marks_what_it_touches()
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["OptionalSources:0"] = null }).WithPeopleAsync("anna");
        var ledger = world.World.Get<SourceLedger>();
        await ledger.EndImportAsync(
            "csv", await ledger.BeginImportAsync("csv", Token), new DateTimeOffset(2026, 11, 21, 5, 0, 0, TimeSpan.Zero), null, null, [FactKind.Orders], Token);
        world.World.Clock.Advance(TimeSpan.FromHours(4));

        await world.TickAsync();

        Assert.Contains("Late data, read before the end of the period: csv", Text(world, "anna"), StringComparison.Ordinal);
        var built = await world.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token);
        Assert.Equal("late", Assert.Single(built.Report.Sources).Status);
        Assert.Equal("partial", built.Report.Metrics.Single(metric => metric.Id == "revenue").Status);
        Assert.Contains(built.Report.Gaps, gap => gap.Metric == "revenue" && gap.Code == "source_late");
        Assert.NotEqual("source_late", built.Report.Gaps.SingleOrDefault(gap => gap.Metric == "win_rate")?.Code);
    }

    private static IReadOnlyList<string> Canaries => ["R-SOUTH", "South", "Zebulon", "C-SOUTH", "98765", "98,765", "103186", "103,186"];

    private static async Task PlantAsync(SendingWorld world)
    {
        Fact[] reps =
        [
            new Rep { Source = "csv", Id = "R-NORTH", Name = "Nora", Team = "North" },
            new Rep { Source = "csv", Id = "R-SOUTH", Name = "Zebulon", Team = "South" },
        ];
        await world.World.Get<FactStore>().WriteAsync(FactKind.Reps, reps, 1, Token);
        await world.AddOrdersAsync(
            Made.Order("N1", new DateOnly(2026, 11, 18), "C-NORTH", Mine) with { RepId = "R-NORTH" },
            Made.Order("S1", new DateOnly(2026, 11, 18), "C-SOUTH", Theirs) with { RepId = "R-SOUTH" });
    }

    private static string Text(SendingWorld world, string name) => world.Mailer.Taken.Single(mail => mail.To == $"{name}@example.com").Text;
}
