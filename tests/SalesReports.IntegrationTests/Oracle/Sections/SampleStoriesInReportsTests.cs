using SalesReports.Identity;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Local.Sample;
using SalesReports.Reports;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What was planted in the sample company stands in its reports, where and when it should, and nowhere else.</summary>
public sealed class SampleStoriesInReportsTests(SampleReports reports) : IClassFixture<SampleReports>
{
    /// <summary>Months in which two reps buy revenue with discounts; 1 is the last complete month.</summary>
    private const int DiscountMonths = 3;

    private SampleStories Stories => reports.Stories;

    [Fact]
    public void The_margin_alarm_fires_in_the_quarter_of_the_discounts_and_names_who_gave_and_who_got_them()
    {
        foreach (var month in Enumerable.Range(1, DiscountMonths).Select(reports.Month))
        {
            var alarm = Alarm(month);
            Assert.True(alarm.Fires, month.Period);
            Assert.NotEmpty(alarm.Named.Reps);
            Assert.Subset(Stories.DiscountReps.ToHashSet(), alarm.Named.Reps.Select(rep => rep.Id).ToHashSet());
            Assert.InRange(alarm.Named.Customers.Count, 3, 4);
            Assert.Subset(Stories.DiscountCustomers.ToHashSet(), alarm.Named.Customers.Select(customer => customer.Id).ToHashSet());
            Assert.Equal("margin_alarm", month.Insights[0].Kind);
        }
    }

    [Fact]
    public void The_margin_alarm_is_silent_in_the_year_before()
    {
        foreach (var month in Enumerable.Range(DiscountMonths + 1, 12).Select(reports.Month))
        {
            Assert.False(Alarm(month).Fires, month.Period);
            Assert.DoesNotContain(month.Insights, insight => insight.Kind == "margin_alarm");
        }
    }

    [Fact]
    public void Who_went_silent_is_on_the_call_list_as_soon_as_a_month_shows_it_and_long_before_counting_as_lost()
    {
        Assert.Empty(Late(reports.Month(3)));
        Assert.Equal([Stories.Silent[1]], Late(reports.Month(2)));
        Assert.Equal(Stories.Silent.Order(StringComparer.Ordinal), Late(reports.Month(1)));

        var customers = reports.Month(1).Sections.Customers!.Section!;
        Assert.Subset(customers.Kept.Select(customer => customer.Id).ToHashSet(), Stories.Silent.ToHashSet());
        Assert.DoesNotContain(customers.Lost, customer => Stories.Silent.Contains(customer.Id));
        Assert.All(Stories.Silent, id => Assert.True(Calls(reports.Month(1)).Single(entry => entry.CustomerId == id).RevenueAtRisk > 10_000));

        IEnumerable<string> Late(Report month) =>
            Calls(month).Where(entry => Stories.Silent.Contains(entry.CustomerId) && entry.Reasons.Contains("a")).Select(entry => entry.CustomerId).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Who_dwindles_is_called_for_the_money_and_the_categories_and_who_is_seasonal_is_left_in_peace()
    {
        var calls = Calls(reports.Month(1));
        Assert.Equal(["b", "c"], calls.Single(entry => entry.CustomerId == Stories.Dwindling).Reasons);
        Assert.DoesNotContain(calls, entry => Stories.Seasonal.Contains(entry.CustomerId));
    }

    [Fact]
    public void The_two_who_are_kept_twice_are_one_each_and_people_look_at_the_pair_that_only_shares_a_domain()
    {
        var report = reports.Month(1);
        var identity = report.Sections.DataQuality!.Identity;
        Assert.Equal(
            Stories.Twins.Zip([MatchKeyKind.VatNumber, MatchKeyKind.Domain], (twin, by) => (twin.Other, twin.Customer, by)),
            identity.Merges.Select(merge => (merge.CustomerId, merge.Into, merge.By)).OrderBy(merge => merge.By));
        Assert.Equal([Stories.SharedDomain.One, Stories.SharedDomain.Other], Assert.Single(identity.Reviews).Customers);

        var ids = report.Sections.Customers!.Section!.Abc.Select(customer => customer.Id).ToHashSet();
        Assert.DoesNotContain(Stories.Twins, twin => ids.Contains(twin.Other));
        Assert.Superset(Stories.Twins.Select(twin => twin.Customer).ToHashSet(), ids);
        Assert.Superset(new HashSet<string> { Stories.KeptApart.One, Stories.KeptApart.Other }, ids);
    }

    [Fact]
    public void The_phantoms_are_listed_with_what_gives_them_away()
    {
        var phantoms = reports.Month(1).Sections.Qualification!.Section!.Phantoms;
        Assert.All(Stories.Phantoms, id => Assert.Superset(
            new HashSet<string> { "expected_close_past", "pushed", "no_activity" }, phantoms.Single(deal => deal.OpportunityId == id).Reasons.ToHashSet()));
    }

    [Fact]
    public void The_bad_source_is_the_dearest_and_least_converting_and_a_finding_says_so()
    {
        var marketing = reports.Month(1).Sections.Marketing!.Section!;
        var adjustments = marketing.Meeting.CampaignAdjustments;
        Assert.Equal(Stories.BadSource, adjustments.WithoutNewCustomer is [var dearest, ..] ? dearest.Source : adjustments.Worst!.Source);
        Assert.True(Converted(marketing, bad: true) * 3 < Converted(marketing, bad: false));
        Assert.Equal("Hors cible", marketing.Meeting.LeadQuality.Single(quality => quality.Source == Stories.BadSource).Reasons[0].Reason);

        var told = Enumerable.Range(1, 5).Select(reports.Month).Where(month => month.Insights.Any(insight => insight.Kind == "cac_jump" && insight.Text.En.Contains(Stories.BadSource, StringComparison.Ordinal)));
        Assert.NotEmpty(told);
    }

    /// <summary>Converted ÷ leads of the source's cohorts, all old enough to judge, before or since it went bad.</summary>
    private decimal Converted(MarketingSection marketing, bool bad)
    {
        var from = PlainPeriod.MonthOf(Stories.BadSourceFrom).Name;
        var cohorts = marketing.Cohorts.Where(cohort => cohort.Source == Stories.BadSource && cohort.Mature && string.CompareOrdinal(cohort.Month, from) >= 0 == bad).ToList();
        return (decimal)cohorts.Sum(cohort => cohort.Converted) / cohorts.Sum(cohort => cohort.Leads);
    }

    private static MarginAlarmSection Alarm(Report report) => report.Sections.MarginAlarm!.Section!;

    private static IReadOnlyList<CallListEntry> Calls(Report report) => report.Sections.Customers!.Section!.CallList;
}
