using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Friction;

/// <summary>Orders typed by people, beside the quotes.</summary>
public sealed class FrictionSectionTests
{
    [Fact]
    public void Orders_keyed_by_hand_are_a_share_of_those_whose_channel_is_known()
    {
        var byHand = Section([
            Order("O1", SalesChannel.Manual), Order("O2", SalesChannel.Rep), Order("O3", SalesChannel.Edi), Order("O4", SalesChannel.SelfService), Order("O5", null),
            Order("O6", SalesChannel.Manual) with { Status = OrderStatus.Return }, Order("O7", SalesChannel.Manual) with { OrderedAt = Made.On("2026-12-01") },
        ])!.ShareKeyedByHand;

        Assert.Equal((0.25m, 1m, 4m, 4, 0.8m, "partial", SaleReasons.SomeChannelMissing.Text.En), (byHand.Value, byHand.Numerator, byHand.Denominator, byHand.N, byHand.Coverage, byHand.Status, byHand.Reason));
        Assert.Equal((Statistics.Wilson(1, 4), true), (byHand.Interval, byHand.SmallSample));
    }

    [Fact]
    public void Quotes_alone_and_orders_alone_make_a_section_each_with_a_reason_for_the_other()
    {
        Assert.Equal(SaleReasons.NoChannel.Text.En, Section([Made.Quote("Q", "2026-11-03")])!.ShareKeyedByHand.Reason);
        Assert.Equal(DealReasons.NoQuotes, Section([Order("O", SalesChannel.Rep)])!.Quotes.Reason);
        Assert.Equal(DealReasons.NoQuotesAndOrders, FrictionSection.Of(new SectionWorld().At("2026-11")).Reason);
    }

    private static Order Order(string id, SalesChannel? channel) => Made.Order(id, "2026-11-04", "C", 10) with { Channel = channel };

    private static FrictionSection? Section(Fact[] facts) => FrictionSection.Of(new SectionWorld(facts).At("2026-11")).Section;
}
