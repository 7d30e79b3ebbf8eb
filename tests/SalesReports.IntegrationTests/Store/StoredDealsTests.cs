using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Kpis.Sections;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>An opportunity is found by a report while it is open, where it came to rest, and after it was removed: once, as it is now.</summary>
public sealed class StoredDealsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));
    private static readonly DateOnly LongAgo = new(2021, 3, 2);

    [Fact]
    public async Task However_old_it_is_an_open_deal_is_found_and_follows_its_changes()
    {
        await using var world = TestWorld.Create(azurite);
        var deal = Made.Deal("D1", LongAgo, null, Outcome.Open) with { Amount = 10 };
        await WriteAsync(world, 1, Made.Order("O1", Week.Start, "C1", 1), deal);
        Assert.Equal([deal], await DealsAsync(world));

        Opportunity[] states =
        [
            deal with { Amount = 20, Stage = "Closing" },
            deal with { Outcome = Outcome.Won, ClosedAt = Moment.On(Week.Start.AddDays(1)) },
            deal with { Amount = 30 }, // opened again
            deal with { Outcome = Outcome.Lost, ClosedAt = Moment.On(Week.Start.AddDays(-200)) },
            deal with { Outcome = Outcome.Lost, ClosedAt = Moment.On(Week.End.AddDays(3)) }, // was open in the week
        ];
        foreach (var (state, sequence) in states.Select((state, index) => (state, index + 2)))
        {
            await WriteAsync(world, sequence, state);
            Assert.Equal([state], await DealsAsync(world));
        }
    }

    [Fact]
    public async Task What_came_to_rest_before_the_window_or_began_after_the_period_is_left_out()
    {
        await using var world = TestWorld.Create(azurite);
        await WriteAsync(
            world, 1, Made.Order("O1", Week.Start, "C1", 1), Made.Deal("D1", LongAgo, LongAgo.AddDays(9), Outcome.Won), Made.Deal("D2", Week.End, null, Outcome.Open));

        Assert.Empty(await DealsAsync(world));
    }

    [Fact]
    public async Task A_removal_is_kept_on_its_day()
    {
        await using var world = TestWorld.Create(azurite);
        var deal = Made.Deal("D1", LongAgo, null, Outcome.Open);
        var removed = deal with { Deleted = true, ModifiedAt = new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero) };
        await WriteAsync(world, 1, Made.Order("O1", Week.Start, "C1", 1), deal);
        await WriteAsync(world, 2, removed);

        Assert.Equal([removed], await DealsAsync(world));
        Assert.Empty((await world.Get<ReportReader>().ReadAsync(Period.MonthOf(new DateOnly(2030, 1, 1)), Token)).Data.Deals);
    }

    [Fact]
    public async Task Leads_and_quotes_of_the_window_are_read_from_its_months_and_deleted_ones_are_not()
    {
        await using var world = TestWorld.Create(azurite);
        Fact[] facts =
        [
            Made.Order("O1", Week.Start, "C1", 1),
            Lead("L1", Week.Start.AddMonths(-4)), Lead("L2", Week.LastDay), Lead("L3", Week.End), Lead("L4", Week.Start) with { OwnerId = "R1" },
            new Quote { Source = "csv", Id = "Q1", RequestedAt = Moment.On(Week.Start.AddMonths(-3)) },
        ];
        await WriteAsync(world, 1, facts);
        await WriteAsync(world, 2, Lead("L2", Week.LastDay) with { Deleted = true });

        var sections = await SectionsAsync(world);

        Assert.Equal(["L1", "L4"], sections.Leads.Select(lead => lead.Id).Order());
        Assert.Equal(["Q1"], sections.Quotes.Select(quote => quote.Id));
    }

    private static Lead Lead(string id, DateOnly day) => new() { Source = "csv", Id = id, CreatedAt = Moment.On(day), LeadSource = "web" };

    private static async Task<IReadOnlyList<Opportunity>> DealsAsync(TestWorld world) =>
        [.. (await SectionsAsync(world)).Deals.Select(deal => deal with { StageHistory = [], ExpectedCloseHistory = [], AmountHistory = [], OutcomeHistory = [] })];

    private static async Task<SectionInputs> SectionsAsync(TestWorld world) => (await world.Get<ReportReader>().ReadAsync(Week, Token)).Data;

    private static async Task WriteAsync(TestWorld world, long sequence, params Fact[] facts)
    {
        foreach (var kind in facts.GroupBy(fact => fact.Kind))
        {
            await world.Get<FactStore>().WriteAsync(kind.Key, [.. kind], sequence, Token);
        }

        await world.Get<RollUp>().SweepAsync(null, Token);
    }
}
