using SalesReports.Facts;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>What the sales leave out, which days are silent, and how the sources did. Source: metrics.md, monthly report 15.</summary>
public sealed class DataQualityTests
{
    [Fact]
    public void A_share_is_by_amount_and_n_counts_lines()
    {
        var coverages = Of(
            Line("O1", "C1", 300, unitCost: 100) with { RepId = "R1", Channel = SalesChannel.Rep },
            Line("O2", "C9", 100) with { Status = OrderStatus.Return },
            new Customer { Source = "csv", Id = "C1", Name = "Un" }).Coverages;

        Assert.Equal((0.75m, 300m, 400m, 2), (coverages.Cost.Value, coverages.Cost.Numerator, coverages.Cost.Denominator, coverages.Cost.N));
        Assert.Equal((0.75m, 0.75m, 0.75m, 0m, 0m), (coverages.Seller.Value, coverages.Channel.Value, coverages.CustomerRecord.Value, coverages.ListPrice.Value, coverages.Category.Value));
        Assert.Equal((1m, 2), (coverages.ExchangeRate.Value, coverages.ExchangeRate.N));
    }

    [Fact]
    public void Without_a_sale_a_share_is_undefined_and_says_so()
    {
        var coverages = Of().Coverages;

        Assert.All(
            [coverages.ExchangeRate, coverages.Cost, coverages.ListPrice, coverages.Category, coverages.Seller, coverages.Channel, coverages.CustomerRecord],
            figure => Assert.Equal((null, "undefined", Reason.NoSales.Text.En), (figure.Value, figure.Status, figure.Reason)));
    }

    [Fact]
    public void A_working_day_without_an_order_is_told_from_the_first_order_on()
    {
        // From the 16th: Monday, then Thursday and Friday; the 11th is a holiday, the 28th a Saturday.
        var quality = Of(Made.Order("O1", "2026-11-16", "C1", 10), Made.Order("O2", "2026-11-19", "C1", 10), Made.Order("O3", "2026-11-20", "C1", 10), Made.Order("O4", "2026-11-23", "C1", 10));

        Assert.Equal(new[] { 17, 18, 24, 25, 26, 27, 30 }.Select(day => new DateOnly(2026, 11, day)), quality.DaysWithoutOrders);
    }

    [Fact]
    public void A_teams_report_tells_no_silent_day() =>
        Assert.Empty(DataQualitySection.Of(new SectionWorld(Made.Order("O1", "2026-11-16", "C1", 10)).At("2026-11", "team:North")).DaysWithoutOrders);

    [Fact]
    public void How_the_sources_did_is_told_and_makes_no_new_revision()
    {
        var inputs = new SectionWorld(Made.Order("O1", "2026-11-16", "C1", 10)).At("2026-11");
        Report Built(long rejected) => ReportAssembly.Assemble(new ReportInputs(
            inputs with { Sources = [new SourceQuality("csv", DateTimeOffset.UnixEpoch, "ready", rejected)] }, [], DateTimeOffset.UnixEpoch, null, []));

        Assert.Equal(7, Assert.Single(Built(7).Sections.DataQuality!.Sources).RejectedRows);
        Assert.True(Built(7).ShowsTheSameAs(Built(8)));
        Assert.False(Built(7).ShowsTheSameAs(Built(7) with { Period = "2026-10" }));
    }

    private static DataQualitySection Of(params IEnumerable<Fact> facts) => DataQualitySection.Of(new SectionWorld(facts).At("2026-11"));

    private static Order Line(string id, string customer, decimal net, decimal? unitCost = null) => Made.Order(id, "2026-11-16", customer, net) with
    {
        Lines = [new OrderLine { Number = 1, Quantity = 1, Net = net, UnitCost = unitCost }],
    };
}
