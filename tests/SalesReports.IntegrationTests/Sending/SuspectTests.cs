using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>A source that was pulled and brought next to nothing is named, and holds a report that must not go without it. Source: delivery.md, silent sources.</summary>
public sealed class SuspectTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Pulled = new(2026, 11, 23, 5, 58, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(16, "ready", "ok")]
    [InlineData(15, "suspect", "partial")]
    public async Task A_source_with_under_half_of_its_usual_facts_is_suspect_and_its_metrics_partial(int orders, string status, string revenue)
    {
        // WithPeople brings one order of the week; usual are 32 a week.
        await using var world = await WithHistoryAsync(SendingWorld.Open(azurite));
        await world.AddOrdersAsync([.. Enumerable.Range(0, orders - 1).Select(number => (Fact)Made.Order($"W{number}", new DateOnly(2026, 11, 18), "C1", 10))]);
        await PulledAsync(world);

        await world.TickAsync();

        var report = (await world.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token)).Report;
        Assert.Equal((status, revenue), (Assert.Single(report.Sources).Status, report.Metrics.Single(metric => metric.Id == "revenue").Status));
        Assert.Equal(status == "suspect", report.Gaps.Any(gap => gap is { Metric: "revenue", Code: "source_suspect" }));
        var mail = Assert.Single(world.Mailer.Taken).Text;
        Assert.Equal(status == "suspect", mail.Contains("Suspect source, next to nothing received for the period: csv", StringComparison.Ordinal));
        Assert.Equal(status == "suspect", mail.Contains("csv, suspect (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_monthly_report_shows_how_much_came_and_what_is_usual_for_the_company_and_for_nobody_below()
    {
        await using var world = await WithHistoryAsync(SendingWorld.Open(azurite));
        await PulledAsync(world);

        var month = Calendar.Period.MonthOf(new DateOnly(2026, 10, 1));
        var company = (await world.World.Get<BuildReport>().RunAsync(month, Token)).Report;
        var team = (await world.World.Get<BuildReport>().RunAsync(month, "team:North", Token)).Report;

        var source = Assert.Single(company.Sections.DataQuality!.Sources);
        Assert.True(source.Facts > 0);
        Assert.Equal(source.IsSuspect ? "suspect" : "ready", Assert.Single(company.Sources).Status);
        Assert.Empty(team.Sections.DataQuality!.Sources);
    }

    [Fact]
    public async Task A_late_source_is_late_and_not_suspect()
    {
        await using var world = await WithHistoryAsync(SendingWorld.Open(azurite));
        await PulledAsync(world, Pulled.AddDays(-2));

        var report = (await world.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token)).Report;

        Assert.Equal("late", Assert.Single(report.Sources).Status);
        Assert.DoesNotContain(report.Gaps, gap => gap.Code == "source_suspect");
    }

    [Theory]
    [InlineData("shop", 0)]
    [InlineData(null, 1)]
    public async Task A_required_source_with_nothing_at_all_holds_the_report_until_it_brings_something(string? held, int sent)
    {
        await using var world = await WithHistoryAsync(SendingWorld.Open(azurite, settings: new() { ["HeldSources:0"] = held }));
        var ledger = world.World.Get<SourceLedger>();
        await world.AddOrdersAsync([.. Enumerable.Range(0, 40).Select(number => Made.Order($"S{number}", SendingWorld.Week.Start.AddDays(-1 - (7 * (number / 5))), "C9", 70) with { Source = "shop" })]);
        await PulledAsync(world);
        await ledger.EndImportAsync("shop", await ledger.BeginImportAsync("shop", Token), Pulled, null, null, [FactKind.Orders], Token);

        await world.TickAsync();
        world.World.Clock.Advance(TimeSpan.FromHours(5.5));
        await world.TickAsync();
        await world.TickAsync();

        Assert.Equal(sent, world.Mailer.Taken.Count);
        if (held is null)
        {
            Assert.Contains("shop, suspect", world.Mailer.Taken[0].Text, StringComparison.Ordinal);
            return;
        }

        var told = Assert.Single(await world.World.Get<AlertStore>().ListAsync(WorkItem.Timers, Token));
        Assert.EndsWith("read, and gave nothing of it: shop.", told.LastError, StringComparison.Ordinal);
        await world.AddOrdersAsync(Made.Order("S99", new DateOnly(2026, 11, 20), "C9", 70) with { Source = "shop" });
        await world.TickAsync();
        Assert.Equal(["anna"], world.TakenBy());
    }

    /// <summary>32 orders in each of the eight weeks before.</summary>
    private static async Task<SendingWorld> WithHistoryAsync(SendingWorld world)
    {
        await world.WithPeopleAsync("anna");
        var week = SendingWorld.Week.Start;
        await world.AddOrdersAsync([.. Enumerable.Range(1, 8).SelectMany(back => Enumerable.Range(0, 32).Select(number => (Fact)Made.Order($"H{back}-{number}", week.AddDays((-7 * back) + (number % 4)), "C1", 10)))]);
        return world;
    }

    private static async Task PulledAsync(SendingWorld world, DateTimeOffset? through = null)
    {
        var ledger = world.World.Get<SourceLedger>();
        await ledger.EndImportAsync("csv", await ledger.BeginImportAsync("csv", Token), through ?? Pulled, null, null, [FactKind.Orders], Token);
    }
}
