using SalesReports.Facts;
using SalesReports.Kpis.Sections.Digital;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>What comes in without anybody keying it.</summary>
public sealed class DigitalTests
{
    [Fact]
    public void Edi_stands_apart_and_what_a_rep_keyed_does_not_count()
    {
        var digital = Of(
            (SalesChannel.SelfService, 60), (SalesChannel.SelfService, 40), (SalesChannel.Rep, 200), (SalesChannel.Manual, 60), (SalesChannel.Marketplace, 40), (SalesChannel.Edi, 5000));

        Assert.Equal((0.25m, 0.4m), (digital.SelfServiceShareOfRevenue.Value, digital.SelfServiceShareOfOrders.Value));
        Assert.Equal((50m, 200m, 5000m), (digital.AverageOrderValueSelfService.Value, digital.AverageOrderValueRep.Value, digital.EdiRevenue.Value));
        Assert.Equal((5, false, "ok"), (digital.SelfServiceShareOfOrders.N, digital.SelfServiceShareOfOrders.SmallSample, digital.SelfServiceShareOfOrders.Status));
    }

    [Fact]
    public void Sales_without_a_channel_count_against_coverage()
    {
        var digital = Of((SalesChannel.SelfService, 50), (SalesChannel.Rep, 50), (null, 300));

        Assert.Equal((0.5m, 0.25m, "partial"), (digital.SelfServiceShareOfRevenue.Value, digital.SelfServiceShareOfRevenue.Coverage, digital.SelfServiceShareOfRevenue.Status));
        Assert.Equal(2m / 3, digital.SelfServiceShareOfOrders.Coverage);
        Assert.NotNull(digital.SelfServiceShareOfRevenue.ReasonText);
    }

    [Fact]
    public void Edi_alone_leaves_the_share_undefined()
    {
        var digital = Of((SalesChannel.Edi, 50));

        Assert.Equal((null, "undefined", 50m), (digital.SelfServiceShareOfRevenue.Value, digital.SelfServiceShareOfRevenue.Status, digital.EdiRevenue.Value));
        Assert.Equal((null, true), (digital.AverageOrderValueRep.Value, digital.AverageOrderValueRep.SmallSample));
    }

    [Fact]
    public void A_return_lowers_revenue_and_is_no_order()
    {
        var digital = Given.Computed(DigitalSection.Of(new SectionWorld(
            Given.Order("2026-11-05", "C", 100, channel: SalesChannel.SelfService), Given.Order("2026-11-06", "C", 50, channel: SalesChannel.SelfService, status: OrderStatus.Return),
            Given.Order("2026-11-07", "C", 50, channel: SalesChannel.Rep)).At("2026-11")));

        Assert.Equal((0.5m, 0.5m, 2), (digital.SelfServiceShareOfRevenue.Value, digital.SelfServiceShareOfOrders.Value, digital.SelfServiceShareOfOrders.N));
    }

    [Fact]
    public void Where_no_sale_says_its_channel_there_is_no_digital_section()
    {
        Assert.Equal("no_channel", Given.WhyNot(DigitalSection.Of(new SectionWorld(Given.Order("2026-11-05", "C", 100)).At("2026-11"))));
        Assert.Equal("no_channel", Given.WhyNot(DigitalSection.Of(new SectionWorld().At("2026-11"))));
    }

    private static DigitalSection Of(params (SalesChannel? Channel, decimal Net)[] orders) =>
        Given.Computed(DigitalSection.Of(new SectionWorld(orders.Select(order => Given.Order("2026-11-05", "C", order.Net, channel: order.Channel))).At("2026-11")));
}
