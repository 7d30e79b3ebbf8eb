using SalesReports.Facts;
using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Whom to call: the three rules at their edges. The report ends on 1 December 2026, its last day is 30 November.</summary>
public sealed class CallListTests
{
    [Fact]
    public async Task The_call_list_is_what_was_computed_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("15-call-list");
        var ask = Assert.Single(example.Asks);
        Assert.Empty(example.Differences(ask.Sections["callList"], Given.Computed(CustomersSection.Of(example.Inputs(ask))).CallList));
    }

    [Theory]
    [InlineData("2026-11-10", false)]
    [InlineData("2026-11-09", true)]
    public void Silence_counts_when_it_is_longer_than_twice_the_median(string last, bool listed)
    {
        // Every 10 days up to the last order; 20 days of silence are not more than 2 × 10.
        var day = Given.Day(last);
        var list = CallList([.. Enumerable.Range(0, 4).Select(i => Given.Order($"{day.AddDays(-10 * i):yyyy-MM-dd}", "C", 100))]);

        Assert.Equal(listed ? ["a"] : [], list.SelectMany(entry => entry.Reasons));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Three_distinct_order_days_make_a_customer_worth_a_look(int days, int listed) =>
        Assert.Equal(listed, CallList(
            [.. Enumerable.Range(0, days).Select(i => Given.Order($"2026-01-{10 + i}", "C", 100)), Given.Order("2026-01-10", "C", 5), Given.Order("2026-02-01", "C", 3, status: OrderStatus.Return)]).Count);

    [Theory]
    [InlineData(100, 49, true)]
    [InlineData(100, 50, false)]
    public void Revenue_shrank_when_it_is_under_half_of_the_base(int then, int now, bool listed)
    {
        var list = CallList(
            Given.Order("2025-11-30", "C", then), Given.Order("2026-11-28", "C", now - 2), Given.Order("2026-11-29", "C", 1), Given.Order("2026-11-30", "C", 1));

        Assert.Equal(listed ? ["b"] : [], list.SelectMany(entry => entry.Reasons));
        Assert.Equal(listed ? [(decimal)(then - now)] : [], list.Select(entry => entry.RevenueAtRisk));
    }

    [Theory]
    [InlineData("2025-09-03", true)]
    [InlineData("2025-09-02", false)]
    [InlineData("2025-12-01", true)]
    [InlineData("2025-12-02", false)]
    public void The_base_is_the_same_90_days_364_days_earlier(string day, bool isInBase)
    {
        // A base of 1000 makes the recent 3 a collapse; without it the base comes from 12 months, where the day may lie too.
        var entry = CallList(Given.Order(day, "C", 1000), Given.Order("2026-11-28", "C", 1), Given.Order("2026-11-29", "C", 1), Given.Order("2026-11-30", "C", 1)).SingleOrDefault();

        Assert.Equal(isInBase, entry?.Base == 1000);
    }

    [Theory]
    [InlineData("2026-09-02", 3)]
    [InlineData("2026-09-01", 2)]
    public void The_last_90_days_begin_on_2_September(string day, int recent)
    {
        var list = CallList(Given.Order("2025-10-01", "C", 1000), Given.Order(day, "C", 1), Given.Order("2026-10-10", "C", 1), Given.Order("2026-11-30", "C", 1));

        Assert.Equal(recent, Assert.Single(list).Last90Days);
    }

    [Theory]
    [InlineData("Paper,Ink", "Paper", "c")]
    [InlineData("Paper,Ink,Desk", "Paper,Ink", "")]
    [InlineData("Paper,Ink,Desk", "Paper", "c")]
    [InlineData("Paper", "Paper", "")]
    public void Categories_narrowed_when_half_or_fewer_are_left(string then, string now, string expected)
    {
        var list = CallList(
            [.. then.Split(',').Select(category => Given.Order("2025-11-01", "C", 10, category: category)), .. now.Split(',').Select(category => Given.Order("2026-11-29", "C", 40, category: category)),
                Given.Order("2026-11-28", "C", 40, category: "Paper"), Given.Order("2026-11-30", "C", 40, category: "Paper")]);

        Assert.Equal(expected, string.Join("", list.SelectMany(entry => entry.Reasons)));
    }

    [Fact]
    public void Of_the_dropped_categories_the_one_bought_last_is_named()
    {
        var list = CallList(
            Given.Order("2025-10-01", "C", 10, category: "Ink"), Given.Order("2025-11-01", "C", 10, category: "Desk"), Given.Order("2026-03-01", "C", 10, category: "Ink"),
            Given.Order("2026-11-28", "C", 50), Given.Order("2026-11-30", "C", 50));

        Assert.Equal("Ink", Assert.Single(list).LastCategoryDropped);
    }

    [Fact]
    public void A_customer_without_master_data_goes_by_its_id_and_has_no_owner()
    {
        var entry = Assert.Single(CallList(Given.Order("2026-01-10", "C", 100), Given.Order("2026-01-20", "C", 100), Given.Order("2026-01-30", "C", 100)));

        Assert.Equal(("C", "C", null, new DateOnly(2026, 2, 9)), (entry.CustomerId, entry.Name, entry.OwnerId, entry.ExpectedReorder));
    }

    private static IReadOnlyList<CallListEntry> CallList(params Fact[] facts) => Given.Computed(CustomersSection.Of(new SectionWorld(facts).At("2026-11"))).CallList;
}
