using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Movement;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Movement;

/// <summary>The pipeline at the end is the one at the start and what happened between, to the last digit.</summary>
public sealed class PipelineMovementTests
{
    private static readonly string[] Months = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01"];

    [Fact]
    public void A_movement_closes_exactly_and_the_next_one_opens_where_it_closed() => AnyDeals.World.Sample(world =>
    {
        var opening = 0m;
        foreach (var movement in Months.Select(month => Of(world, month)))
        {
            Assert.Equal(opening, movement.Opening);
            Assert.Equal(movement.Closing, movement.Opening + movement.Created + movement.Changed - movement.Won - movement.Lost + movement.Reopened - movement.Removed);
            opening = movement.Closing;
        }
    });

    [Fact]
    public void Weeks_add_up_to_what_the_days_they_cover_hold() => AnyDeals.World.Sample(world =>
    {
        var weeks = Enumerable.Range(40, 13).Select(week => Of(world, $"2026-W{week}")).ToList();
        Assert.All(weeks.Zip(weeks.Skip(1)), pair => Assert.Equal(pair.First.Closing, pair.Second.Opening));
    });

    [Fact]
    public void The_closing_pipeline_is_what_the_deals_open_then_are_worth() => AnyDeals.World.Sample(world =>
    {
        var end = new DateOnly(2026, 11, 1);
        var inputs = world.At("2026-10");
        var tidy = inputs.Deals.Where(deal => deal is { CreatedAt: not null, Deleted: false } && deal.OutcomeHistory.Count == 0 && (deal.Outcome == Outcome.Open || deal.ClosedAt is not null)).ToList();
        var expected = tidy.Where(deal => deal.CreatedAt!.Value.Day < end && !(deal.Outcome != Outcome.Open && (deal.ClosedAt!.Value.Day < end || deal.ClosedAt < deal.CreatedAt)))
            .Sum(deal => Worth(deal, end) is { } worth ? inputs.Rates.Convert(new(worth, deal.Currency ?? Currency.Eur), Currency.Eur, deal.CreatedAt!.Value.Day) ?? 0 : 0);
        var closing = PipelineMovement.Of(inputs.Period, (inputs with { Deals = tidy }).Book()).Closing;
        Assert.Equal(expected, closing, 8);
    });

    [Theory]
    [InlineData("2026-10-31", 100, 0)]
    [InlineData("2026-11-01", 0, 100)]
    [InlineData("2026-11-30", 0, 100)]
    [InlineData("2026-12-01", 0, 0)]
    public void A_deal_is_created_on_its_day(string created, int opening, int inMonth)
    {
        var movement = Of(new SectionWorld(Made.Deal("D", created)), "2026-11");

        Assert.Equal((opening, inMonth), (movement.Opening, movement.Created));
    }

    [Fact]
    public void A_last_close_falls_on_closed_at_whatever_the_history_says()
    {
        var deal = Made.Deal("D", "2026-09-01").Won("2026-10-31") with { OutcomeHistory = [new OutcomeChange(Made.On("2026-11-02"), Outcome.Won)] };

        Assert.Equal(100, Of(new SectionWorld(deal), "2026-10").Won);
    }

    [Fact]
    public void What_happens_to_a_closed_deal_moves_nothing_until_it_is_open_again()
    {
        var deal = Made.Deal("D", "2026-09-01") with
        {
            AmountHistory = [new(Made.On("2026-09-01"), 100), new(Made.On("2026-11-10"), 130)],
            OutcomeHistory = [new(Made.On("2026-11-05"), Outcome.Won), new(Made.On("2026-11-08"), Outcome.Lost), new(Made.On("2026-11-20"), Outcome.Open)],
        };

        Assert.Equal(new PipelineMovement(100, 0, 0, 100, 0, 130, 0, 130, 0, 0), Of(new SectionWorld(deal), "2026-11"));
    }

    [Fact]
    public void Amounts_known_before_the_creation_count_on_its_day()
    {
        var deal = Made.Deal("D", "2026-11-10") with { AmountHistory = [new(Made.On("2026-10-01"), 70)] };

        Assert.Equal(70, Of(new SectionWorld(deal), "2026-11").Created);
        Assert.Equal(0, Of(new SectionWorld(deal), "2026-10").Closing);
    }

    [Fact]
    public void Deals_whose_days_are_not_known_are_left_out_and_counted()
    {
        var world = new SectionWorld(
            Made.Deal("D1", "2026-11-01") with { CreatedAt = null },
            Made.Deal("D2", "2026-11-01") with { Outcome = Outcome.Won },
            Made.Deal("D3", "2026-11-01") with { Deleted = true },
            Made.Deal("D4", "2026-11-01") with { OutcomeHistory = [new(Made.On("2026-11-02"), Outcome.Lost)] },
            Made.Deal("D5", "2026-11-01"));

        Assert.Equal(new PipelineMovement(0, 100, 0, 0, 0, 0, 0, 100, 4, 0), Of(world, "2026-11"));
    }

    [Fact]
    public void Every_amount_takes_the_rate_of_the_creation_day_and_a_deal_without_one_is_counted()
    {
        var dollars = Made.Deal("D1", "2026-11-02") with
        {
            Currency = Currency.Parse("USD"),
            AmountHistory = [new(Made.On("2026-11-02"), 100), new(Made.On("2026-11-20"), 200)],
        };
        var movement = Of(new SectionWorld(dollars, dollars with { Id = "D2", Currency = Currency.Parse("GBP") }, Made.Rate("USD", "2026-11-02", 1.25m), Made.Rate("USD", "2026-11-20", 1m)), "2026-11");

        Assert.Equal((80m, 80m, 160m, 1), (movement.Created, movement.Changed, movement.Closing, movement.WithoutRate));
    }

    private static decimal? Worth(Opportunity deal, DateOnly end) => deal.AmountHistory.Count == 0
        ? deal.Amount
        : deal.AmountHistory.OrderBy(change => change.ChangedAt).LastOrDefault(change => change.ChangedAt.Day < end)?.Value;

    private static PipelineMovement Of(SectionWorld world, string period)
    {
        var inputs = world.At(period);
        return PipelineMovement.Of(inputs.Period, inputs.Book());
    }
}
