using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>What it costs to read a report, in requests: it follows the report's window and not the history.</summary>
public sealed class ReportCostTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));
    private static readonly Period Month = Period.MonthOf(new DateOnly(2026, 10, 1));

    /// <summary>Every kind of read, so that none can grow unseen. Source: shared/Store/README.md, what operations cost.</summary>
    private const int MostForAWeek = 30;
    private const int MostForAMonth = 80;

    [Theory]
    [InlineData("company")]
    [InlineData("rep:R1")]
    public async Task A_weekly_report_reads_as_much_after_three_years_as_after_a_month(string scope)
    {
        await using var oneMonth = await WorldAsync(1);
        await using var threeYears = await WorldAsync(36);

        var (one, three) = (await CostAsync(oneMonth, Week, scope), await CostAsync(threeYears, Week, scope));

        Assert.Equal(one, three);
        Assert.InRange(three, 10, MostForAWeek);
    }

    [Fact]
    public async Task A_monthly_report_reads_a_blob_a_month_and_no_more_after_four_years_than_after_three()
    {
        await using var threeYears = await WorldAsync(37);
        await using var fourYears = await WorldAsync(49);

        var (three, four) = (await CostAsync(threeYears, Month, "company"), await CostAsync(fourYears, Month, "company"));

        Assert.Equal(three, four);
        Assert.InRange(four, 50, MostForAMonth);
    }

    private static async Task<long> CostAsync(TestWorld world, Period period, string scope)
    {
        await world.Get<ReportReader>().ReadAsync(period, scope, Token);
        var before = world.Get<StorageRequests>().Total;
        await world.Get<ReportReader>().ReadAsync(period, scope, Token);
        return world.Get<StorageRequests>().Total - before;
    }

    /// <summary>An order, a deal, a lead, a quote and spend every few days, of few customers, up to the end of the week.</summary>
    private async Task<TestWorld> WorldAsync(int months)
    {
        var world = TestWorld.Create(azurite);
        var facts = new List<Fact>();
        var number = 0;
        for (var day = Week.LastDay.AddMonths(-months); day <= Week.LastDay; day = day.AddDays(3))
        {
            var id = $"{++number}";
            facts.Add(Made.Order(id, day, $"C{number % 20}", 100) with { RepId = number % 2 == 0 ? "R1" : null });
            facts.Add(Made.Deal(id, day, number % 20 == 0 ? null : day.AddDays(1), number % 20 == 0 ? Outcome.Open : Outcome.Won));
            facts.Add(new Lead { Source = "csv", Id = id, CreatedAt = Moment.On(day), LeadSource = "web" });
            facts.Add(new Quote { Source = "csv", Id = id, RequestedAt = Moment.On(day) });
            facts.Add(new SpendDay { Source = "csv", Id = id, Day = day, Channel = "ads", Amount = 1 });
        }

        foreach (var kind in facts.GroupBy(fact => fact.Kind))
        {
            await world.Get<FactStore>().WriteAsync(kind.Key, [.. kind], 1, Token);
        }

        await world.Get<RollUp>().SweepAsync(null, Token);
        return world;
    }
}
