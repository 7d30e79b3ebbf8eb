using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Teams;

/// <summary>Deals and leads by team and rep, and how a pipeline is weighed.</summary>
public sealed class TeamPipelinesTests
{
    private static readonly Rep[] Reps = [Made.Rep("R1", "North"), Made.Rep("R2", "North"), Made.Rep("R3", "South")];

    [Fact]
    public void Teams_and_the_reps_in_none_make_up_the_whole() => AnyDeals.World.Sample(world =>
    {
        var teams = Pipelines(world);
        Figure[] parts = [teams.Of("team:North").WinRate, teams.Of("team:South").WinRate, teams.Of("rep:R2").WinRate];
        Assert.Equal(teams.Of("company").WinRate.Numerator, parts.Sum(part => part.Numerator));
        Assert.Equal(teams.Of("company").WinRate.N, parts.Sum(part => part.N));
        Figure[] shares = [teams.Of("team:North").PhantomShare, teams.Of("team:South").PhantomShare, teams.Of("rep:R2").PhantomShare];
        Assert.Equal(teams.Of("company").PhantomShare.Denominator, shares.Sum(part => part.Denominator));
        Assert.Equal(teams.Of("company").PhantomShare.Numerator, shares.Sum(part => part.Numerator));
    });

    [Fact]
    public void A_rate_comes_with_its_interval_and_its_smallness()
    {
        var teams = Pipelines(new SectionWorld([
            .. Enumerable.Range(0, 3).Select(i => Made.Deal($"W{i}", "2026-10-01").Won("2026-11-02") with { RepId = "R1" }),
            .. Enumerable.Range(0, 2).Select(i => Made.Deal($"L{i}", "2026-10-01").Lost("2026-11-02") with { RepId = "R2" }),
            Made.Deal("X", "2026-10-01").Won("2026-11-02").Removed("2026-11-20") with { RepId = "R1" }, Made.Deal("Y", "2026-10-01").Won("2026-12-01") with { RepId = "R1" }, .. Reps,
        ]));

        Assert.Equal((0.6m, 5, false, Statistics.Wilson(3, 5)), Shown(teams.Of("team:North").WinRate));
        Assert.Equal((1m, 3, true, Statistics.Wilson(3, 3)), Shown(teams.Of("rep:R1").WinRate));
        Assert.Equal(("undefined", Reason.NothingClosed.Text.En), (teams.Of("team:South").WinRate.Status, teams.Of("team:South").WinRate.Reason));
    }

    [Theory]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-01", 20)]
    [InlineData("2027-02-28", 20)]
    [InlineData("2027-03-01", 0)]
    public void Coverage_looks_three_months_ahead(string expected, int weighted)
    {
        var coverage = Covered([Open("D", expected), Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30)]).Of("company").PipelineCoverage;

        Assert.Equal(((decimal)weighted / 90, (decimal)weighted, 90m), (coverage.Value, coverage.Numerator, coverage.Denominator));
    }

    [Theory]
    [InlineData(10, "0.4")]
    [InlineData(9, "0.2")]
    public void Ten_closed_deals_of_a_stage_say_how_likely_it_is_won(int closed, string probability)
    {
        var won = closed == 10 ? 4 : 3;
        var history = Enumerable.Range(0, closed).Select(i => Made.Deal($"H{i}", "2026-03-01").Through("Talk 2026-03-01")).Select((deal, i) => i < won ? deal.Won("2026-04-01") : deal.Lost("2026-04-01"));

        Assert.Equal(decimal.Parse(probability, System.Globalization.CultureInfo.InvariantCulture) * 100, Weighted([.. history]));
    }

    [Theory]
    [InlineData("2025-12-01", 100)]
    [InlineData("2025-11-30", 20)]
    public void Only_deals_that_entered_the_stage_within_twelve_months_say_so(string entered, int weighted) =>
        Assert.Equal(weighted, Weighted([.. Enumerable.Range(0, 10).Select(i => Made.Deal($"H{i}", entered).Through($"Talk {entered}").Won("2026-04-01"))]));

    [Fact]
    public void Deals_that_are_open_removed_or_closed_after_the_end_say_nothing()
    {
        var nine = Enumerable.Range(0, 9).Select(i => Made.Deal($"H{i}", "2026-03-01").Through("Talk 2026-03-01").Won("2026-04-01")).ToList();
        var more = Made.Deal("X1", "2026-03-01").Through("Talk 2026-03-01");

        Assert.Equal(20, Weighted([.. nine, more, more.Won("2026-12-01") with { Id = "X2" }, more.Won("2026-04-01").Removed("2026-05-01") with { Id = "X3" }]));
        Assert.Equal(100, Weighted([.. nine, more.Won("2026-11-30")]));
    }

    [Fact]
    public void A_stage_without_a_probability_lowers_the_coverage_and_alone_leaves_it_undefined()
    {
        var one = Covered([Open("D1", "2026-12-15"), Open("D2", "2026-12-15") with { Stage = "Odd" }, Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30)]).Of("company").PipelineCoverage;
        var none = Covered([Open("D2", "2026-12-15"), .. Targets("company", 30)]).Of("company").PipelineCoverage;

        Assert.Equal(("partial", 0.5m, DealReasons.NoStageProbability.Text.En), (one.Status, one.Coverage, one.Reason));
        Assert.Equal(("undefined", null, DealReasons.NoStageProbability.Text.En), (none.Status, none.Value, none.Reason));
    }

    [Fact]
    public void A_missing_rate_is_counted_by_deals()
    {
        var dollars = Open("D2", "2026-12-15") with { Currency = Currency.Parse("USD") };
        var one = Covered([Open("D1", "2026-12-15"), dollars, Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30)]).Of("company");
        var none = Covered([dollars, Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30)]).Of("company");

        Assert.Equal(("partial", 0.5m, Reason.NoRate.Text.En, 20m), (one.PipelineCoverage.Status, one.PipelineCoverage.Coverage, one.PipelineCoverage.Reason, one.PipelineCoverage.Numerator));
        Assert.Equal(("undefined", Reason.NoRate.Text.En), (none.PipelineCoverage.Status, none.PipelineCoverage.Reason));
        Assert.Equal(("partial", 0.5m), (one.QualifiedShare.Status, one.QualifiedShare.Coverage));
        Assert.Equal(("undefined", Reason.NoRate.Text.En), (none.PhantomShare.Status, none.PhantomShare.Reason));
    }

    [Fact]
    public void Without_a_target_for_each_of_the_months_there_is_no_coverage()
    {
        var teams = Covered([Open("D1", "2026-12-15") with { RepId = "R1" }, Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30), .. Targets("rep:R1", 5), Made.Target("2026-12", "team:North", 5), .. Reps]);

        Assert.Equal((20m / 90, 20m / 15), (teams.Of("company").PipelineCoverage.Value, teams.Of("rep:R1").PipelineCoverage.Value));
        Assert.Equal(DealReasons.NoTargetAhead.Text.En, teams.Of("team:North").PipelineCoverage.Reason);
        Assert.Equal(DealReasons.NoDeals.Text.En, Covered([.. Targets("company", 30)]).Of("company").PipelineCoverage.Reason);
    }

    [Fact]
    public void After_a_week_a_month_is_touched_in_part_and_its_target_counts_by_working_days()
    {
        var world = new SectionWorld([Open("D", "2026-11-25"), Made.Stage("Talk", 1, 0.2m), Made.Target("2026-11", "company", 20), .. Targets("company", 30)]);
        var coverage = Pipelines(world, "2026-W47").Of("company").PipelineCoverage;

        // Working days: 6 of November's 20 from the 23rd on, 16 of February's 20 before the 23rd.
        Assert.Equal((20m * 6 / 20) + 30 + 30 + (30m * 16 / 20), coverage.Denominator);
        Assert.Equal(20, coverage.Numerator);
    }

    [Fact]
    public void Leads_are_followed_up_in_office_hours()
    {
        var lead = Made.Lead("L1", "2026-11-06 17:00") with { OwnerId = "R1", FirstContactAt = Made.On("2026-11-09 10:00") };
        var teams = Pipelines(new SectionWorld([
            lead, lead with { Id = "L2", FirstContactAt = Made.On("2026-11-09 11:00") }, lead with { Id = "L3", FirstContactAt = Made.On("2026-12-01 11:00") },
            lead with { Id = "L4", CreatedAt = Made.On("2026-10-31 11:00") }, lead with { Id = "L5", OwnerId = "R3", FirstContactAt = null }, .. Reps,
        ]));
        var north = teams.Of("team:North").LeadFollowUpHours;

        Assert.Equal((2.5m, "hours", 2, 2m / 3, "partial"), (north.Value, north.Unit, north.N, north.Coverage, north.Status));
        Assert.Equal(("undefined", DealReasons.NoLeadContacted.Text.En), (teams.Of("team:South").LeadFollowUpHours.Status, teams.Of("team:South").LeadFollowUpHours.Reason));
    }

    [Fact]
    public void Without_open_deals_there_is_no_share() =>
        Assert.Equal(("undefined", DealReasons.NothingOpen.Text.En), (Pipelines(new SectionWorld()).Of("company").QualifiedShare.Status, Pipelines(new SectionWorld()).Of("company").PhantomShare.Reason));

    private static Opportunity Open(string id, string expected) => Made.Deal(id, "2026-11-01") with { ExpectedClose = Made.Day(expected) };

    private static Target[] Targets(string scope, decimal perMonth) => [Made.Target("2026-12", scope, perMonth), Made.Target("2027-Q1", scope, 3 * perMonth)];

    private static decimal? Weighted(Opportunity[] history) =>
        Covered([Open("D", "2026-12-15"), .. history, Made.Stage("Talk", 1, 0.2m), .. Targets("company", 30)]).Of("company").PipelineCoverage.Numerator;

    private static (decimal?, int, bool, Interval?) Shown(Figure rate) => (rate.Value, rate.N, rate.SmallSample, rate.Interval);

    private static TeamPipelines Covered(params IEnumerable<Fact> facts) => Pipelines(new SectionWorld(facts));

    private static TeamPipelines Pipelines(SectionWorld world, string period = "2026-11")
    {
        var inputs = world.At(period);
        return new TeamPipelines(inputs, inputs.Book());
    }
}
