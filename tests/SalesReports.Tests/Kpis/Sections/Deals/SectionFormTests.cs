using System.Text.Json;
using CsCheck;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.Qualification;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Reports;
using SalesReports.Tests.Kpis.Sections.Forecast;

namespace SalesReports.Tests.Kpis.Sections.Deals;

/// <summary>The sections as JSON: they come back as they were, and nothing of them depends on the order of the facts.</summary>
public sealed class SectionFormTests
{
    [Fact]
    public void A_section_comes_back_as_it_was_written() => AnyDeals.World.Sample(world =>
    {
        var inputs = world.At("2026-10");
        Same(FunnelSection.Of(inputs, inputs.Book()));
        Same(QualificationSection.Of(inputs, inputs.Book()));
        Same(MarketingSection.Of(inputs, inputs.Book()));
        Same(ForecastSection.Of(inputs, inputs.Book()));
        Same(new TeamPipelines(inputs, inputs.Book()).Of("team:North"));
    });

    [Fact]
    public void Sections_with_all_their_parts_come_back_too()
    {
        var inputs = new SectionWorld(
            Made.Lead("L1", "2026-07-02"), Made.Lead("L2", "2026-11-02"), Made.Spend("2026-11-03", "Web", 10), Made.Order("O", "2026-11-04", "C", 100, "Web"), Made.Quote("Q", "2026-11-03 10:00", "2026-11-04 10:00")).At("2026-11");
        Same(MarketingSection.Of(inputs, inputs.Book()));
        Same(FrictionSection.Of(inputs));
        Same(MonthlyRevenue.Section([.. Enumerable.Range(0, 30).Select(month => 100m + (month * month % 7))]));
        Assert.Equal("2026-07", SectionJson.Node(MarketingSection.Of(inputs, inputs.Book()))!["cohorts"]![0]!["cohort"]!.GetValue<string>());
    }

    [Fact]
    public void The_order_of_the_deals_makes_no_difference() => AnyDeals.World.Sample(world =>
    {
        var inputs = world.At("2026-10");
        var turned = inputs with { Deals = [.. inputs.Deals.Reverse()] };
        Assert.Equal(Text(inputs), Text(turned));
    });

    private static string Text(SectionInputs inputs) =>
        SectionJson.Text(FunnelSection.Of(inputs, inputs.Book())) + SectionJson.Text(QualificationSection.Of(inputs, inputs.Book())) + SectionJson.Text(new TeamPipelines(inputs, inputs.Book()).Of("company"));

    private static void Same<T>(T section) => Assert.Equal(SectionJson.Text(section), SectionJson.Text(JsonSerializer.Deserialize<T>(SectionJson.Text(section), ReportJson.Options)));
}
