using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.People;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>What each rep did, and what a bonus by more than volume would give.</summary>
public sealed class PeopleTests
{
    [Fact]
    public void A_reps_deals_sales_and_discounts_stand_in_one_row()
    {
        var world = new SectionWorld(
            Given.Rep("R1", "North"), Given.Target("2026-11", "rep:R1", 180),
            Given.Order("2026-11-05", "C", 90, cost: 45, list: 100, rep: "R1"), Given.Order("2026-11-06", "C", 90, cost: 45, rep: "R1"),
            Given.Deal("2026-11-02", null, Outcome.Open, "R1"), Given.Deal("2026-10-31", "2026-11-10", Outcome.Won, "R1"), Given.Deal("2026-10-01", "2026-11-30", Outcome.Lost, "R1"),
            Given.Deal("2026-11-01", "2026-12-01", Outcome.Won, "R1"));

        var row = Assert.Single(Given.Computed(PeopleSection.Of(world.At("2026-11"))).People);

        Assert.Equal((2, 0.5m, 2), (row.OpportunitiesCreated, row.WinRate.Value, row.WinRate.N));
        Assert.Equal((10m, 1), (row.SalesCycle.Value, row.SalesCycle.N));
        Assert.Equal((0.1m, 0.5m, "partial", 10m), (row.DiscountGiven.Value, row.DiscountGiven.Coverage, row.DiscountGiven.Status, row.DiscountGiven.Numerator));
        Assert.Equal((180m, 90m, 0.5m, 1m), (row.Revenue.Value, row.AverageOrderValue.Value, row.GrossMargin.Value, row.Attainment.Value));
        Assert.True(row.WinRate.SmallSample && row.WinRate.Interval is { Low: > 0, High: < 1 });
    }

    [Fact]
    public void A_removed_deal_and_one_closed_without_a_day_count_nowhere()
    {
        var world = new SectionWorld(
            Given.Deal("2026-11-02", "2026-11-10", Outcome.Won, "R1") with { Deleted = true }, Given.Deal("2026-11-03", null, Outcome.Won, "R1"));

        var row = Assert.Single(Given.Computed(PeopleSection.Of(world.At("2026-11"))).People);

        Assert.Equal((1, null, "undefined", 0), (row.OpportunitiesCreated, row.WinRate.Value, row.WinRate.Status, row.WinRate.N));
        Assert.Null(row.WinRate.Interval);
    }

    [Fact]
    public void A_negative_cycle_is_no_input_and_a_missing_creation_lowers_coverage()
    {
        var world = new SectionWorld(
            Given.Deal("2026-11-20", "2026-11-10", Outcome.Won, "R1"), Given.Deal(null, "2026-11-10", Outcome.Won, "R1"), Given.Deal("2026-11-04", "2026-11-10", Outcome.Won, "R1"));

        var row = Assert.Single(Given.Computed(PeopleSection.Of(world.At("2026-11"))).People);

        Assert.Equal((6m, 0.5m, 1), (row.SalesCycle.Value, row.SalesCycle.Coverage, row.SalesCycle.N));
    }

    [Fact]
    public void The_bonus_simulation_is_off_unless_switched_on() =>
        Assert.Null(Given.Computed(PeopleSection.Of(Bonus(new BonusSettings()).At("2026-11"))).BonusSimulation);

    [Fact]
    public void A_bonus_weighs_the_four_attainments_up_to_the_cap()
    {
        var row = BonusOf(new BonusSettings { Enabled = true, MarginGate = 0.9m });

        // Revenue 400 of 200; margin 45 % of 50 %; retention 200 of 200; self-service 100 of 400.
        Assert.Equal(new BonusAttainment(2m, 0.9m, 1 / 0.9m, 0.25m / 0.30m), row.Attainment);
        Assert.Equal((0.4m * 1.2m) + (0.3m * 0.9m) + (0.2m / 0.9m) + (0.1m * 0.25m / 0.30m), row.Score!.Value, 12);
        Assert.Equal((true, 1.2m, null), (row.GatePassed, row.VolumeOnly, row.Reason));
    }

    [Fact]
    public void Below_the_margin_gate_nothing_is_paid_while_volume_alone_would_pay()
    {
        var row = BonusOf(new BonusSettings { Enabled = true, MarginGate = 0.9001m });

        Assert.Equal((false, 0m, 1.2m), (row.GatePassed, row.Score, row.VolumeOnly));
    }

    [Fact]
    public void What_is_missing_leaves_no_score_and_says_so()
    {
        var section = Given.Computed(PeopleSection.Of(new SectionWorld(
            [Given.Rep("R1"), Given.Order("2026-11-05", "C", 10, rep: "R1", cost: 5)], new MetricSettings { Bonus = new BonusSettings { Enabled = true } }).At("2026-11")));

        var row = Assert.Single(section.BonusSimulation!.People);

        Assert.Equal((false, null, null, "No margin is known for the twelve months before."), (row.GatePassed, row.Score, row.VolumeOnly, row.Reason));
    }

    [Fact]
    public void What_has_no_weight_may_be_missing()
    {
        var weights = new BonusSettings { Enabled = true, RevenueWeight = 0, MarginWeight = 1, RetentionWeight = 0, DigitalWeight = 0, MarginGate = 0 };
        Fact[] facts = [Given.Order("2026-10-05", "C", 10, rep: "R1", cost: 5), Given.Order("2026-11-05", "C", 10, rep: "R1", cost: 5)];

        var row = Given.Computed(PeopleSection.Of(new SectionWorld(facts, new MetricSettings { Bonus = weights }).At("2026-11"))).BonusSimulation!.People[0];

        Assert.Equal((1m, null), (row.Score, row.VolumeOnly));
    }

    [Fact]
    public void Where_nobody_sells_there_are_no_people() =>
        Assert.Equal("nobody_sells", Given.WhyNot(PeopleSection.Of(new SectionWorld(Given.Order("2026-11-05", "C", 150)).At("2026-11"))));

    [Theory]
    [InlineData(40, 30, 20, 10, 120, "")]
    [InlineData(50, 30, 20, 10, 120, "RevenueWeight 0.5 + MarginWeight 0.3 + RetentionWeight 0.2 + DigitalWeight 0.1 is 1.1")]
    [InlineData(-10, 80, 20, 10, 120, "Bonus:RevenueWeight is -0.1; 0 to 1 is accepted")]
    [InlineData(40, 30, 20, 10, 99, "Bonus:Cap is 0.99; 1 to 10 is accepted")]
    public void A_bonus_that_cannot_be_meant_is_refused_with_its_values(int revenue, int margin, int retention, int digital, int cap, string told)
    {
        var bonus = new BonusSettings { RevenueWeight = revenue / 100m, MarginWeight = margin / 100m, RetentionWeight = retention / 100m, DigitalWeight = digital / 100m, Cap = cap / 100m };

        var result = new BonusSettingsCheck().Validate(null, new MetricSettings { Bonus = bonus });

        Assert.Equal(told.Length > 0, result.Failed);
        Assert.Contains(told, result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5", null)]
    [InlineData("0.5", "Bonus:Cap is 0.5; 1 to 10 is accepted.")]
    public void The_bonus_is_set_by_configuration_and_checked_before_anything_runs(string cap, string? refused)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Bonus:Enabled", "true"), new("Bonus:Cap", cap)]).Build();
        using var services = new ServiceCollection().AddMetrics(configuration).BuildServiceProvider();

        var outcome = Record.Exception(() => services.GetRequiredService<MetricSettings>());

        Assert.Equal(refused, outcome?.Message);
        if (refused is null)
        {
            Assert.Equal(new BonusSettings { Enabled = true, Cap = 1.5m }, services.GetRequiredService<MetricSettings>().Bonus);
        }
    }

    private static BonusRow BonusOf(BonusSettings settings)
    {
        var row = Assert.Single(Given.Computed(PeopleSection.Of(Bonus(settings).At("2026-11"))).BonusSimulation!.People);
        Assert.Equal(("R1", "Rep R1"), (row.Id, row.Name));
        return row;
    }

    private static SectionWorld Bonus(BonusSettings settings) => new(
        [
            Given.Rep("R1", "North"), Given.Target("2026-11", "rep:R1", 200), Given.Customer("C2", owner: "R1"),
            Given.Order("2025-10-05", "C1", 200, rep: "R1"), Given.Order("2026-10-05", "C3", 100, cost: 50, rep: "R1"),
            Given.Order("2026-11-05", "C1", 300, cost: 165, rep: "R1", channel: SalesChannel.Rep), Given.Order("2026-11-06", "C2", 100, cost: 55, channel: SalesChannel.SelfService),
        ],
        new MetricSettings { Bonus = settings });
}
