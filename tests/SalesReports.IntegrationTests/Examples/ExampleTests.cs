using SalesReports.IntegrationTests.Oracle;

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

    /// <summary>Nothing is skipped silently: what is not compared above is named here, and leaves the list when it is built.</summary>
    [Fact]
    public void What_the_examples_ask_beyond_the_headline_metrics_is_named()
    {
        Assert.SkipWhen(ExampleFile.Names.Count == 0, "The examples are not beside the project.");
        string[] known =
        [
            "02-margin-coverage.json sections.priceRealisation",
            "08-cac-loaded.json sections.acquisition",
            "08-cac-paid.json sections.acquisition",
            "09-ltv-small-base.json sections.ltvInputs",
            "09-ltv.json sections.ltvInputs",
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
            "19-scopes.json scope team:North",
            "19-scopes.json scope team:South",
            "19-scopes.json scope rep:R1",
            "19-scopes.json scope rep:R2",
            "19-scopes.json scope rep:R9",
        ];
        Assert.Equal(known, ExampleAsks.LeftOut());
    }
}
