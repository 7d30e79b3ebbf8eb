using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Measures;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>Reports as snapshots: built once for their inputs, finished after a death, revised when figures change.</summary>
public sealed class BuildReportTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));

    [Fact]
    public async Task Unchanged_inputs_give_the_stored_bytes_back_however_late()
    {
        await using var world = await WorldAsync();
        var first = await world.Get<BuildReport>().RunAsync(Week, Token);
        world.Clock.Advance(TimeSpan.FromDays(3));

        var second = await world.Get<BuildReport>().RunAsync(Week, Token);

        Assert.True(first.IsNewRevision);
        Assert.False(second.IsNewRevision);
        Assert.Equal(first.Files.Keys.Order(), second.Files.Keys.Order());
        Assert.All(first.Files, file => Assert.Equal(file.Value.ToArray(), second.Files[file.Key].ToArray()));
    }

    [Fact]
    public async Task Instants_are_written_in_UTC_by_the_second()
    {
        await using var world = await WorldAsync();
        world.Clock.Advance(TimeSpan.FromMilliseconds(4_321));

        var built = await world.Get<BuildReport>().RunAsync(Week, Token);

        Assert.Contains("\"builtAt\": \"2026-11-23T08:00:04Z\"", built.Files["report.json"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_order_makes_a_second_revision_that_says_what_changed()
    {
        await using var world = await WorldAsync();
        await world.Get<BuildReport>().RunAsync(Week, Token);
        await AddAsync(world, 2, Made.Order("O2", new DateOnly(2026, 11, 18), "C2", 60));

        var revised = await world.Get<BuildReport>().RunAsync(Week, Token);

        Assert.Equal(2, revised.Report.Revision);
        Assert.Contains(revised.Report.Restatements, r => (r.Metric, r.Before, r.After) == ("revenue", 100m, 160m));
        Assert.Equal(1, (await world.Get<ReportStore>().FindAsync(Week, "company", 1, Token))!.Revision);
        Assert.Equal(2, (await world.Get<ReportStore>().FindAsync(Week, "company", null, Token))!.Revision);
    }

    [Fact]
    public async Task New_inputs_with_the_same_figures_keep_the_revision()
    {
        await using var world = await WorldAsync();
        var first = await world.Get<BuildReport>().RunAsync(Week, Token);
        Fact unused = new Product { Source = "csv", Id = "UNUSED", UnitCost = 3 };
        await world.Get<FactStore>().WriteAsync(FactKind.Products, [unused], 2, Token);

        var second = await world.Get<BuildReport>().RunAsync(Week, Token);

        Assert.False(second.IsNewRevision);
        Assert.Equal(first.Files["report.json"].ToArray(), second.Files["report.json"].ToArray());
    }

    [Fact]
    public async Task A_build_that_died_after_its_first_file_is_finished_with_its_own_time()
    {
        await using var world = await WorldAsync();
        var material = await world.Get<ReportReader>().ReadAsync(Week, Token);
        await using (var other = await WorldAsync())
        {
            // What the dead worker left: the report's file, no row.
            var died = await other.Get<BuildReport>().RunAsync(Week, Token);
            var row = new StoredReport(Week, "company", 1, died.Report.BuiltAt, material.InputsHash);
            await world.Get<ReportStore>().WriteFileAsync(row, "report.json", died.Files["report.json"], "application/json", Token);
            world.Clock.Advance(TimeSpan.FromHours(5));

            var finished = await world.Get<BuildReport>().RunAsync(Week, Token);

            Assert.Equal((1, died.Report.BuiltAt), (finished.Report.Revision, finished.Report.BuiltAt));
            Assert.Equal(died.Files["report.json"].ToArray(), finished.Files["report.json"].ToArray());
        }
    }

    [Fact]
    public async Task A_file_left_by_a_build_of_other_inputs_is_never_overwritten()
    {
        await using var world = await WorldAsync();
        var left = BinaryData.FromString("{}");
        await world.Get<ReportStore>().WriteFileAsync(new StoredReport(Week, "company", 1, default, "other"), "report.json", left, "application/json", Token);

        var built = await world.Get<BuildReport>().RunAsync(Week, Token);

        Assert.Equal(2, built.Report.Revision);
        var kept = await world.Get<ReportStore>().ReadFileAsync(new StoredReport(Week, "company", 1, default, "other"), "report.json", Token);
        Assert.Equal("{}", kept!.ToString());
    }

    [Fact]
    public async Task Two_workers_that_build_at_once_publish_one_revision()
    {
        await using var world = await WorldAsync();

        var both = await Task.WhenAll(
            Task.Run(() => world.Get<BuildReport>().RunAsync(Week, Token), Token),
            Task.Run(() => world.Get<BuildReport>().RunAsync(Week, Token), Token));

        Assert.Equal(both[0].Files["report.json"].ToArray(), both[1].Files["report.json"].ToArray());
        Assert.Null(await world.Get<ReportStore>().FindAsync(Week, "company", 2, Token));
    }

    [Theory]
    [InlineData("2026-W48", "is still running; the last complete one is 2026-W47")]
    [InlineData("2027-W10", "lies in the future; the last complete one is 2026-W47")]
    [InlineData("2026-12", "lies in the future; the last complete one is 2026-10")]
    [InlineData("2026-W46", "lies before the data, which begin on 2026-11-17; the first one is 2026-W47")]
    public async Task A_period_without_anything_to_report_is_refused_in_one_sentence(string name, string sentence)
    {
        await using var world = await WorldAsync();
        Assert.True(Period.TryParse(name, out var period));

        var refused = await Assert.ThrowsAsync<PeriodNotBuildableException>(() => world.Get<BuildReport>().RunAsync(period, Token));

        Assert.Equal($"{name} {sentence}.", refused.Message);
    }

    [Fact]
    public async Task Nothing_imported_is_said_so()
    {
        await using var world = TestWorld.Create(azurite);

        var refused = await Assert.ThrowsAsync<PeriodNotBuildableException>(() => world.Get<BuildReport>().RunAsync(Week, Token));

        Assert.Contains("no order, closed deal or spend has been imported yet", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_order_revenue_is_undefined_and_not_zero()
    {
        await using var world = TestWorld.Create(azurite);
        await AddAsync(world, 1, Made.Deal("D1", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 17), Outcome.Won));

        var report = (await world.Get<BuildReport>().RunAsync(Week, Token)).Report;

        var revenue = report.Metrics.Single(m => m.Id == "revenue");
        Assert.Equal((null, "undefined", Reason.BeforeData.Text.En), (revenue.Value, revenue.Status, revenue.Reason));
        Assert.Equal(1m, report.Metrics.Single(m => m.Id == "win_rate").Value);
    }

    private async Task<TestWorld> WorldAsync()
    {
        var world = TestWorld.Create(azurite);
        await AddAsync(world, 1, Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100));
        return world;
    }

    private static async Task AddAsync(TestWorld world, long sequence, Fact fact)
    {
        await world.Get<FactStore>().WriteAsync(fact.Kind, [fact], sequence, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);
    }
}
