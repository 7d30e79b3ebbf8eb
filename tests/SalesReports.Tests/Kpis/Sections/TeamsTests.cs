using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Measures;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Teams and reps against their targets.</summary>
public sealed class TeamsTests
{
    [Fact]
    public async Task Every_scope_is_told_the_revenue_that_its_own_report_has()
    {
        var example = await ExampleWorld.ReadAsync("19-scopes");
        var section = Given.Computed(TeamsSection.Of(example.World.At("2026-W47"), Silent));
        var told = section.Teams.ToDictionary(row => $"team:{row.Id}").Concat(section.Reps.ToDictionary(row => $"rep:{row.Id}")).ToDictionary();
        var file = example.Asks.Where(ask => ask.Scope != "company").Select(ask => ask.Scope).ToList();

        Assert.Equal(file.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([100m, 50m, 100m, 50m, 20m], file.Select(scope => told[scope].Revenue.Value!.Value));
        Assert.Equal([0.4m, 0.6m, 0.4m, 0.6m, 0.5m], file.Select(scope => told[scope].GrossMargin.Value!.Value));
        Assert.Equal([1, 1, 1, 1, 1], file.Select(scope => told[scope].AverageOrderValue.N));
        Assert.Equal(("R9", null), (told["rep:R9"].Name, told["rep:R9"].Team));
    }

    [Fact]
    public void A_quota_is_attained_by_team_and_by_rep()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-05", "C", 150, rep: "R1"), Given.Order("2026-11-06", "C", 50, rep: "R2"), Given.Rep("R1", "North"), Given.Rep("R2", "North"), Given.Rep("R3", "South"),
            Given.Target("2026-11", "team:North", 400), Given.Target("2026-Q4", "rep:R1", 300), Given.Target("2026-11", "rep:R3", 10), Given.Target("2026-11", "company", 1));

        var section = Given.Computed(TeamsSection.Of(world.At("2026-11"), Silent));

        Assert.Equal([("North", 400m, 0.5m), ("South", null, null)], section.Teams.Select(row => (row.Id, row.Target, row.Attainment.Value)));
        Assert.Equal([("R1", 100m, 1.5m), ("R2", null, null), ("R3", 10m, 0m)], section.Reps.Select(row => (row.Id, row.Target, row.Attainment.Value)));
        Assert.Equal("There is no revenue target for the period.", section.Reps[1].Attainment.Reason);
    }

    [Fact]
    public void A_week_takes_the_working_days_share_of_its_months_target()
    {
        // November 2026 has 20 working days: 21 weekdays less Armistice Day.
        var world = new SectionWorld(Given.Order("2026-11-16", "C", 30, rep: "R1"), Given.Rep("R1", "North"), Given.Target("2026-11", "rep:R1", 200));

        var row = Given.Computed(TeamsSection.Of(world.At("2026-W47"), Silent)).Reps[0];

        Assert.Equal((50m, 0.6m), (row.Target, row.Attainment.Value));
    }

    [Fact]
    public void A_target_of_nothing_gives_no_ratio()
    {
        var world = new SectionWorld(Given.Order("2026-11-16", "C", 30, rep: "R1"), Given.Target("2026-11", "rep:R1", 0));

        Assert.Null(Given.Computed(TeamsSection.Of(world.At("2026-11"), Silent)).Reps[0].Attainment.Value);
    }

    [Fact]
    public void A_narrower_scope_tells_only_its_own()
    {
        var world = new SectionWorld(Given.Order("2026-11-05", "C", 150, rep: "R1"), Given.Rep("R1", "North"), Given.Rep("R2", "South"), Given.Rep("R3", "North"));

        var (team, rep) = (Given.Computed(TeamsSection.Of(world.At("2026-11", "team:North"), Silent)), Given.Computed(TeamsSection.Of(world.At("2026-11", "rep:R1"), Silent)));

        Assert.Equal(("North", "R1 R3"), (Ids(team.Teams), Ids(team.Reps)));
        Assert.Equal(("", "R1"), (Ids(rep.Teams), Ids(rep.Reps)));
    }

    [Fact]
    public void Each_row_carries_the_pipeline_of_its_own_scope()
    {
        var world = new SectionWorld(Given.Rep("R1", "North"));

        var section = Given.Computed(TeamsSection.Of(world.At("2026-11"), scope => Silent(scope) with { WinRate = Figure.Ratio(scope.Length, 1, 9, new(), Reason.NothingClosed) }));

        Assert.Equal((10m, 6m), (section.Teams[0].WinRate.Value, section.Reps[0].WinRate.Value));
    }

    [Fact]
    public void Before_the_first_order_a_team_has_no_revenue_rather_than_none()
    {
        var row = Given.Computed(TeamsSection.Of(new SectionWorld(Given.Rep("R1", "North")).At("2026-11"), Silent)).Teams[0];

        Assert.Equal((null, "undefined", "No order was known yet."), (row.Revenue.Value, row.Revenue.Status, row.Revenue.Reason));
    }

    [Fact]
    public void Where_nobody_sells_there_are_no_teams() =>
        Assert.Equal("nobody_sells", Given.WhyNot(TeamsSection.Of(new SectionWorld(Given.Order("2026-11-05", "C", 150)).At("2026-11"), Silent)));

    private static string Ids(IEnumerable<TeamRow> rows) => string.Join(' ', rows.Select(row => row.Id));

    /// <summary>No deals, no leads.</summary>
    private static TeamPipelineFigures Silent(string scope)
    {
        var none = Figure.Undefined("ratio", Reason.NothingClosed, new());
        return new TeamPipelineFigures(none, none, none, none, none);
    }
}
