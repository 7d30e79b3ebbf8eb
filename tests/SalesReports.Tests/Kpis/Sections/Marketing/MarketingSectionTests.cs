using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Marketing;

/// <summary>What each lead source cost and brought, cohort by cohort, and the page for the joint meeting.</summary>
public sealed class MarketingSectionTests
{
    [Theory]
    [InlineData("2026-08", 91, true)]
    [InlineData("2026-09", 61, false)]
    [InlineData("2026-11", 0, false)]
    [InlineData("2025-12", 334, true)]
    public void A_cohort_is_mature_at_ninety_days(string month, int age, bool mature)
    {
        var cohort = Assert.Single(Section([Made.Lead("L", $"{month}-15")]).Cohorts);

        Assert.Equal((month, age, mature), (cohort.Month, cohort.AgeDays, cohort.Mature));
    }

    [Fact]
    public void Ninety_days_to_the_day_are_enough()
    {
        // From 1 December to 1 March of a common year are ninety days.
        var inputs = new SectionWorld(Made.Lead("L", "2026-11-15")).At("2027-02");
        var cohort = Assert.Single(Cohort.Of(inputs));

        Assert.Equal((90, true), (cohort.AgeDays, cohort.Mature));
    }

    [Theory]
    [InlineData("2025-11-30", 0)]
    [InlineData("2025-12-01", 1)]
    [InlineData("2026-12-01", 0)]
    public void Cohorts_go_twelve_months_back(string created, int cohorts) => Assert.Equal(cohorts, Section([Made.Lead("L", created), Made.Spend("2026-11-01", "Web", 1)]).Cohorts.Count);

    [Theory]
    [InlineData(LeadStatus.Converted, "2026-11-30", 1, 1)]
    [InlineData(LeadStatus.Converted, "2026-12-01", 0, 0)]
    [InlineData(LeadStatus.Converted, null, 1, 1)]
    [InlineData(LeadStatus.Qualified, null, 1, 0)]
    [InlineData(LeadStatus.Disqualified, null, 0, 0)]
    public void A_conversion_after_the_end_has_not_happened(LeadStatus status, string? converted, int qualified, int conversions)
    {
        var cohort = Assert.Single(Section([Made.Lead("L", "2026-11-10", status: status) with { ConvertedAt = converted is null ? null : Made.On(converted) }]).Cohorts);

        Assert.Equal((qualified, conversions), (cohort.Qualified, cohort.Converted));
    }

    [Fact]
    public void A_source_shows_the_month_it_had()
    {
        var section = Section([
            Made.Lead("L1", "2026-11-02"), Made.Lead("L2", "2026-11-03", status: LeadStatus.Converted), Made.Lead("L3", "2026-10-31"),
            Made.Spend("2026-11-05", "Web", 90), Made.Spend("2026-10-05", "Web", 500),
            Made.Deal("D1", "2026-11-04") with { LeadSource = "Web" }, Made.Deal("D2", "2026-10-04", 250).Won("2026-11-09") with { LeadSource = "Web" },
            Made.Deal("D3", "2026-10-04", 70).Won("2026-10-09") with { LeadSource = "Web" }, Made.Deal("D4", "2026-10-04", 40).Won("2026-11-10"),
            Made.Deal("D5", "2026-11-04").Removed("2026-11-20") with { LeadSource = "Fair" },
        ]);

        Assert.Equal(
            [new SourceRow("Web", "Web", 90, 2, 1, 1, 1, 45, 0, null, 250), new SourceRow("unknown", "unknown", null, 0, 0, 0, 1, null, 0, null, 40)], section.Sources);
    }

    [Theory]
    [InlineData("2026-08-31", null, 0)]
    [InlineData("2026-09-01", 50, 1)]
    [InlineData("2026-11-30", 50, 1)]
    [InlineData("2026-12-01", null, 0)]
    public void Acquisition_cost_looks_at_three_months(string day, int? cac, int customers)
    {
        var section = Section([Made.Spend(day, "Web", 50), Made.Order("O", day, "C", 10, "Web"), Made.Lead("L", "2026-11-02")]);

        Assert.Equal((cac, customers), ((int?)section.PaidCacBySource.SingleOrDefault()?.Value, section.NewCustomerSources.Count));
    }

    [Fact]
    public void The_first_order_ever_decides_who_is_new_and_returns_do_not()
    {
        var back = Made.Order("O3", "2026-11-02", "C2", 10, "Ads") with { Status = OrderStatus.Return };
        var section = Section([Made.Order("O1", "2025-01-02", "C1", 10), Made.Order("O2", "2026-11-02", "C1", 10, "Web"), back, Made.Order("O4", "2026-11-02", "C2", 10, "Fair"), Made.Lead("L", "2026-11-02")]);

        Assert.Equal(new Dictionary<string, string> { ["C2"] = "Fair" }, section.NewCustomerSources);
    }

    [Fact]
    public void Later_leads_and_deals_won_after_the_end_do_not_say_where_a_customer_came_from()
    {
        var section = Section([
            Made.Order("O1", "2026-11-02", "C1", 10), Made.Lead("L1", "2026-12-02", "Fair") with { CustomerId = "C1" }, Made.Deal("D1", "2026-10-04").Won("2026-12-01") with { CustomerId = "C1", LeadSource = "Web" },
            Made.Lead("L2", "2026-11-02"),
        ]);

        Assert.Equal("unknown", section.NewCustomerSources["C1"]);
    }

    [Fact]
    public void Best_and_worst_source_stand_against_the_average_of_what_is_paid_for()
    {
        var section = Section([
            Made.Spend("2026-11-01", "Ads", 100), Made.Spend("2026-11-01", "Fair", 900), Made.Spend("2026-11-01", "Mail", 200),
            Made.Order("O1", "2026-11-02", "C1", 10, "Ads"), Made.Order("O2", "2026-11-02", "C2", 10, "Ads"), Made.Order("O3", "2026-11-02", "C3", 10, "Fair"), Made.Order("O4", "2026-11-02", "C4", 10, "Phone"),
        ]).Meeting.CampaignAdjustments;

        Assert.Equal((400m, new CacAgainstAverage("Ads", 50, -350, -0.875m), new CacAgainstAverage("Fair", 900, 500, 1.25m)), (section.Average, section.Best, section.Worst));
        Assert.Equal([new SourceSpend("Mail", 200)], section.WithoutNewCustomer);
    }

    [Fact]
    public void One_source_is_the_best_and_no_worst_and_free_ones_have_no_average()
    {
        var one = Section([Made.Spend("2026-11-01", "Ads", 100), Made.Order("O1", "2026-11-02", "C1", 10, "Ads")]).Meeting.CampaignAdjustments;
        var none = Section([Made.Lead("L", "2026-11-02"), Made.Order("O1", "2026-11-02", "C1", 10, "Ads")]).Meeting.CampaignAdjustments;
        var free = Section([Made.Spend("2026-11-01", "Ads", 0), Made.Order("O1", "2026-11-02", "C1", 10, "Ads")]).Meeting.CampaignAdjustments;

        Assert.Equal((100m, "Ads", null), (one.Average, one.Best?.Source, one.Worst));
        Assert.Equal((null, null, null), (none.Average, none.Best, none.Worst));
        Assert.Equal((0m, new CacAgainstAverage("Ads", 0, 0, null)), (free.Average, free.Best));
    }

    [Fact]
    public void The_meeting_page_tells_leads_quality_and_conversion_by_source()
    {
        var bad = Made.Lead("L3", "2026-11-04", status: LeadStatus.Disqualified);
        var meeting = Section([
            Made.Lead("L1", "2026-11-02", "Fair"), Made.Lead("L2", "2026-11-03", status: LeadStatus.Qualified), bad with { DisqualifiedReason = "Budget" },
            bad with { Id = "L4", DisqualifiedReason = "Student" }, bad with { Id = "L5", DisqualifiedReason = "Student" }, bad with { Id = "L6" }, Made.Lead("L7", "2026-10-04", "Fair"),
            Made.Lead("L8", "2026-07-04", status: LeadStatus.Converted), Made.Lead("L9", "2026-06-04"), Made.Lead("L10", "2026-09-04", status: LeadStatus.Converted),
        ]).Meeting;

        Assert.Equal((6, 1), (meeting.LeadsGenerated.Leads, meeting.LeadsGenerated.Previous));
        Assert.Equal([new SourceLeads("Fair", 1, 1), new SourceLeads("Web", 5, 0)], meeting.LeadsGenerated.BySource);
        Assert.Equal([new SourceConversion("Web", 2, 1, 0.5m, Statistics.Wilson(1, 2), true)], meeting.ConversionBySource);
        var web = meeting.LeadQuality.Single(row => row.Source == "Web");
        Assert.Equal((5, 1, 4, 0.2m, false), (web.Leads, web.Qualified, web.Disqualified, web.QualifiedShare, web.SmallSample));
        Assert.Equal([new DisqualificationReason("Student", 2), new DisqualificationReason(null, 1), new DisqualificationReason("Budget", 1)], web.Reasons);
    }

    [Fact]
    public void Below_the_company_there_is_no_acquisition_cost_and_a_reason()
    {
        var inputs = new SectionWorld(Made.Lead("L", "2026-11-02"), Made.Order("O1", "2026-11-02", "C1", 10, "Web"), Made.Spend("2026-11-01", "Web", 5)).At("2026-11", "team:North");
        var section = MarketingSection.Of(inputs, inputs.Book()).Section!;

        Assert.Equal(DealReasons.NotSplit, section.CacReason);
        Assert.Empty(section.PaidCacBySource);
        Assert.Empty(section.NewCustomerSources);
        Assert.Equal((null, null), (section.Sources.Single().NewCustomers, section.Sources.Single().PaidCac));
    }

    [Fact]
    public void Without_leads_and_spend_there_is_no_section()
    {
        var inputs = new SectionWorld(Made.Deal("D", "2026-11-01")).At("2026-11");

        Assert.Equal(DealReasons.NoMarketing, MarketingSection.Of(inputs, inputs.Book()).Reason);
    }

    private static MarketingSection Section(Fact[] facts)
    {
        var inputs = new SectionWorld(facts).At("2026-11");
        return MarketingSection.Of(inputs, inputs.Book()).Section!;
    }
}
