using System.Globalization;
using System.Text.Json.Nodes;
using SalesReports.Calendar;
using SalesReports.IntegrationTests.Oracle;
using SalesReports.Jobs;
using SalesReports.Kpis;

namespace SalesReports.IntegrationTests.Examples;

/// <summary>The worked examples of the design folder: their facts as CSV files through the whole product, their answers against its report.</summary>
public sealed class ExampleTests(ExampleCompanies companies) : IClassFixture<ExampleCompanies>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_examples_are_at_hand_where_they_are_required()
    {
        var isRequired = Environment.GetEnvironmentVariable("REQUIRE_SHARED_DATA") == "1";
        Assert.SkipWhen(ExampleFile.Names.Count == 0 && !isRequired, "The examples are not beside the project.");
        Assert.NotEmpty(ExampleFile.Names);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.Headline), MemberType = typeof(ExampleAsks))]
    public async Task The_report_says_what_was_computed_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var company = await companies.OfAsync(example, Cancellation);
        var report = await company.ReportAsync(example.Asks[ask].Period, Cancellation);
        Assert.Empty(ReportDifferences.Of(example.Asks[ask].Metrics!, report, example.Tolerance));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.Scoped), MemberType = typeof(ExampleAsks))]
    public async Task A_team_or_a_rep_sees_what_was_computed_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var company = await companies.OfAsync(example, Cancellation);
        var (period, scope, expected, _) = example.Asks[ask];
        var built = await company.BuildAsync(period, scope, Cancellation);
        var report = JsonNode.Parse(built.Files[BuildReport.ReportFile])!;
        var metrics = new JsonObject(report["metrics"]!.AsArray().Select(metric => KeyValuePair.Create(metric!["id"]!.GetValue<string>(), (JsonNode?)metric.DeepClone())));
        Assert.Equal(scope, report["scope"]!.GetValue<string>());
        Assert.Empty(FigureDifferences.Of(expected, metrics, example.Tolerance, period));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.MetricInputs), MemberType = typeof(ExampleAsks))]
    public async Task A_metric_is_made_from_what_was_listed_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var company = await companies.OfAsync(example, Cancellation);
        Assert.True(Period.TryParse(example.Asks[ask].Period, out var period));
        var history = (await company.World.Get<ReportReader>().ReadAsync(period, Cancellation)).Data.History;
        var sections = example.Asks[ask].Sections!;
        if (sections["acquisition"] is { } acquisition)
        {
            var start = AcquisitionCost.WindowStart(period);
            Assert.Equal(acquisition["windowStart"]!.GetValue<string>(), start.ToString("O", CultureInfo.InvariantCulture));
            Assert.Equal(acquisition["windowEnd"]!.GetValue<string>(), period.End.ToString("O", CultureInfo.InvariantCulture));
            Assert.Equal(acquisition["newCustomers"]!.AsArray().Select(id => id!.GetValue<string>()), history.NewCustomers(start, period.End));
        }

        if (sections["ltvInputs"] is { } expected)
        {
            var inputs = LifetimeInputs.AsOf(history, period.End, company.World.Get<MetricSettings>());
            Assert.Equal((expected["churnBase"]!.GetValue<int>(), expected["active"]!.GetValue<int>()), (inputs.ChurnBase, inputs.Active));
            Assert.All(
                new[] { ("churn", inputs.Churn), ("lifetimeYears", inputs.LifetimeYears) }.Where(entry => expected[entry.Item1] is not null),
                entry => Assert.Equal(expected[entry.Item1]!.GetValue<decimal>(), entry.Item2));
        }
    }

    /// <summary>Nothing is skipped silently: what is not compared above is named here, and leaves the list when it is built.</summary>
    [Fact]
    public void What_the_examples_ask_beyond_the_headline_metrics_is_named()
    {
        Assert.SkipWhen(ExampleFile.Names.Count == 0, "The examples are not beside the project.");
        string[] known =
        [
            "02-margin-coverage.json sections.priceRealisation",
            "10-bridges.json sections.bridges",
            "11-margin-alarm-edges.json sections.marginAlarm",
            "11-margin-alarm.json sections.marginAlarm",
            "12-funnel-and-pipeline.json sections.funnel",
            "12-funnel-and-pipeline.json sections.worst",
            "12-funnel-and-pipeline.json sections.movement",
            "13-phantoms.json sections.phantoms",
            "13-phantoms.json sections.openCount",
            "13-phantoms.json sections.phantomAmount",
            "13-phantoms.json sections.openAmount",
            "13-phantoms.json sections.sharePhantom",
            "14-abc-and-retention.json sections.abc",
            "14-abc-and-retention.json sections.new",
            "14-abc-and-retention.json sections.kept",
            "14-abc-and-retention.json sections.lost",
            "14-abc-and-retention.json sections.reactivated",
            "14-abc-and-retention.json sections.retention",
            "15-call-list.json sections.callList",
            "17-quote-response.json sections.quotes",
            "18-sources-and-cohorts.json sections.cohorts",
            "18-sources-and-cohorts.json sections.newCustomerSources",
            "18-sources-and-cohorts.json sections.paidCacBySource",
        ];
        Assert.Equal(known, ExampleAsks.LeftOut());
    }
}
