using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.DataQuality;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>What cannot be seen of the customers. Source: metrics.md, monthly report 15.</summary>
public sealed class IdentityQualityTests
{
    private static readonly Customer InFiles = new() { Source = "csv", Id = "C1", Name = "Un", VatNumber = "FR11111111111" };

    private static readonly Customer InCrm = new() { Source = "crm", Id = "7", Name = "Un SA", VatNumber = "FR11111111111" };

    private static readonly Customer OnlyInFiles = new() { Source = "csv", Id = "C2", Name = "Deux" };

    [Fact]
    public void An_order_whose_company_no_CRM_keeps_is_without_account_and_a_merged_one_is_not()
    {
        var quality = Quality([Deal("D1", "crm", "C1", "2026-10-05", Outcome.Open)], Order("C1", "2026-10-01", 300), Order("C2", "2026-10-02", 100), Order("C9", "2026-10-03", 100));

        Assert.Equal(0.4m, quality.OrdersWithoutAccount.Share.Value);
        Assert.Equal(2, quality.OrdersWithoutAccount.Customers);
        Assert.Equal(["C2", "C9"], quality.OrdersWithoutAccount.Largest.Select(customer => customer.CustomerId));
    }

    [Fact]
    public void Without_a_source_of_opportunities_nobody_can_tell()
    {
        var share = Quality([], Order("C1", "2026-10-01", 300)).OrdersWithoutAccount.Share;

        Assert.Equal(("undefined", QualityReasons.NoCrm.Text.En), (share.Status, share.Reason));
    }

    [Theory]
    [InlineData("2026-08-02", null, true)]
    [InlineData("2026-08-01", null, false)]
    [InlineData("2026-09-01", null, true)]
    [InlineData("2026-09-02", null, false)]
    [InlineData("2026-08-10", "2026-08-10", false)]
    [InlineData("2026-08-10", "2026-10-09", false)]
    [InlineData("2026-08-10", "2026-10-10", true)]
    [InlineData("2026-08-10", "2026-08-09", true)]
    public void A_won_deal_is_told_once_when_sixty_days_went_by_without_an_order(string closed, string? ordered, bool isTold)
    {
        var quality = Quality([Deal("D1", "crm", "C1", closed, Outcome.Won)], [Order("C2", "2026-10-01", 5), .. ordered is null ? Array.Empty<Order>() : [Order("C1", ordered, 50)]]);

        Assert.Equal(isTold ? ["D1"] : [], quality.WonWithoutOrder.Deals.Select(deal => deal.OpportunityId));
    }

    [Fact]
    public void A_won_deal_without_a_customer_is_only_counted_and_a_lost_one_is_not()
    {
        var quality = Quality([Deal("D1", "crm", null, "2026-08-10", Outcome.Won), Deal("D2", "crm", "C1", "2026-08-10", Outcome.Lost)]);

        Assert.Empty(quality.WonWithoutOrder.Deals);
        Assert.Equal(1, quality.WonWithoutOrder.WithoutCustomer);
    }

    [Fact]
    public void Merges_are_told_with_their_key()
    {
        var merge = Assert.Single(Quality([]).Merges);

        Assert.Equal(new Merge("crm:7", "C1", MatchKeyKind.VatNumber, "FR11111111111"), merge);
    }

    private static IdentityQuality Quality(Opportunity[] deals, params Order[] orders)
    {
        var who = CustomerMatcher.Match([InFiles, InCrm, OnlyInFiles], []);
        var inputs = new SectionWorld([.. deals, .. orders]).At("2026-10");
        return IdentityQuality.Of(inputs with { Identities = who, Customers = who.Customers });
    }

    private static Opportunity Deal(string id, string source, string? customer, string closed, Outcome outcome) => new()
    {
        Source = source,
        Id = id,
        Stage = "S",
        CustomerId = customer,
        Outcome = outcome,
        Amount = 1_000,
        CreatedAt = Moment.Parse("2026-07-01"),
        ClosedAt = Moment.Parse(closed),
    };

    private static Order Order(string customer, string day, decimal net) => new()
    {
        Source = "csv",
        Id = $"{customer} {day}",
        CustomerId = customer,
        OrderedAt = Moment.Parse(day),
        Lines = [new OrderLine { Number = 1, Quantity = 1, Net = net }],
    };
}
