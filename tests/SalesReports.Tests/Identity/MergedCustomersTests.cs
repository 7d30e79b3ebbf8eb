using CsCheck;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;

namespace SalesReports.Tests.Identity;

/// <summary>A company of several records is active once, new once, and its sales are looked at as one.</summary>
public sealed class MergedCustomersTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);

    private static readonly DateOnly End = new(2026, 4, 1);

    /// <summary>C1 and crm:7 are one, C2 and crm:8 another; all others stand for themselves.</summary>
    private static readonly CustomerIdentities Who = CustomerMatcher.Match([], [Same("C1", "crm:7"), Same("C2", "crm:8")]);

    private static readonly Gen<Dictionary<string, DateOnly>> AnyFirsts =
        Gen.Select(Gen.OneOf("C1", "C2", "C3", "crm:7", "crm:8", "crm:9"), Gen.Int[-40, 60]).Array[0, 8]
            .Select(all => all.DistinctBy(one => one.Item1).ToDictionary(one => one.Item1, one => Start.AddDays(one.Item2)));

    [Fact]
    public void A_company_is_new_on_its_earliest_day_and_only_when_that_lies_in_the_window() => AnyFirsts.Sample(firsts =>
    {
        var inWindow = firsts.Where(first => first.Value >= Start && first.Value < End).Select(first => new FirstOrder(first.Value, first.Key)).ToList();
        var ofMerged = firsts.Where(first => MergedCustomers.MembersOf(Who).Contains(first.Key)).Select(first => new FirstOrder(first.Value, first.Key));

        var expected = firsts.GroupBy(first => Who.Of(first.Key)).Select(company => new FirstOrder(company.Min(first => first.Value), company.Key))
            .Where(first => first.Day >= Start && first.Day < End).OrderBy(first => first.Day).ThenBy(first => first.CustomerId, StringComparer.Ordinal);

        Assert.Equal(expected, MergedCustomers.Of(inWindow, ofMerged, Who, Start, End));
    });

    [Fact]
    public void A_company_is_active_once_a_day()
    {
        var day = new DayRollup { Day = Start, ActiveCustomers = ["C1", "C3", "crm:7", "crm:8"] };

        Assert.Equal(["C1", "C2", "C3"], MergedCustomers.Of(day, Who).ActiveCustomers);
        Assert.Same(day, MergedCustomers.Of(day, CustomerIdentities.None));
    }

    [Fact]
    public void The_members_are_those_of_companies_made_of_several() => Assert.Equal(["C1", "C2", "crm:7", "crm:8"], MergedCustomers.MembersOf(Who));

    [Fact]
    public void The_same_sale_of_a_company_under_two_sources_is_a_possible_duplicate_and_nothing_else_is()
    {
        var sales = Day(Order("csv", "O1", "C1", 100), Order("crm", "77", "7", 100), Order("csv", "O2", "C1", 250), Order("csv", "O3", "C1", 250), Order("crm", "78", "9", 100));

        var found = Assert.Single(PossibleDuplicate.Of([sales], Who));
        Assert.Equal((Start, "C1", 100m), (found.Day, found.CustomerId, found.Net));
        Assert.Equal(["crm", "csv"], found.Sources);
        Assert.Empty(PossibleDuplicate.Of([sales], CustomerIdentities.None));
    }

    [Fact]
    public void An_amount_in_another_currency_is_another_sale() =>
        Assert.Empty(PossibleDuplicate.Of([Day(Order("csv", "O1", "C1", 100), Order("crm", "77", "7", 100) with { Currency = Currency.Parse("USD") })], Who));

    [Fact]
    public void Two_sources_that_use_one_id_have_two_customers_in_a_days_sales() =>
        Assert.Equal(["crm:17", "shop:17"], Day(Order("shop", "1", "17", 5), Order("crm", "1", "17", 5)).Groups.Select(sold => sold.CustomerId));

    private static DaySales Day(params Order[] orders)
    {
        var builder = new DayRollupBuilder(Start);
        foreach (var order in orders)
        {
            builder.Add(order);
        }

        return builder.Build().Sales;
    }

    private static Order Order(string source, string id, string customer, decimal net) => new()
    {
        Source = source,
        Id = id,
        CustomerId = customer,
        OrderedAt = SalesReports.Calendar.Moment.On(Start),
        Lines = [new OrderLine { Number = 1, Quantity = 1, Net = net }],
    };

    private static IdentityDecision Same(string customer, string other) =>
        new() { Source = "csv", Id = IdentityDecision.IdOf(customer, other), CustomerId = customer, OtherId = other, IsSame = true };
}
