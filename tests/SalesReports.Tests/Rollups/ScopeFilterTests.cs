using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Rollups;

namespace SalesReports.Tests.Rollups;

/// <summary>Who sees which rows.</summary>
public sealed class ScopeFilterTests
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    private static readonly Dictionary<string, Rep> Reps = new(StringComparer.Ordinal)
    {
        ["R1"] = new() { Source = "csv", Id = "R1", Name = "One", Team = "North" },
        ["R2"] = new() { Source = "csv", Id = "R2", Name = "Two", Team = "South" },
    };

    private static readonly Dictionary<string, Customer> Customers = new(StringComparer.Ordinal)
    {
        ["C1"] = new() { Source = "csv", Id = "C1", Name = "Owned", OwnerId = "R2" },
        ["C2"] = new() { Source = "csv", Id = "C2", Name = "Not owned" },
    };

    [Theory]
    //         scope         rep   customer sees
    [InlineData("company", null, "C2", true)]
    [InlineData("company", "R9", "C1", true)]
    [InlineData("team:North", "R1", "C1", true)]
    [InlineData("team:South", "R1", "C1", false)] // the rep decides, not the owner
    [InlineData("team:South", null, "C1", true)]
    [InlineData("team:South", null, "C2", false)] // owned by nobody
    [InlineData("team:South", null, "C7", false)] // not in master data
    [InlineData("team:North", "R9", "C1", false)] // an unknown rep is in no team
    [InlineData("team:South", "R9", "C1", false)] // and does not give way to the owner
    [InlineData("rep:R9", "R9", "C1", true)]
    [InlineData("rep:R2", null, "C1", true)]
    [InlineData("rep:R1", null, "C1", false)]
    [InlineData("team:", null, "C2", false)]
    public void An_order_is_seen_by_its_rep_else_by_its_customers_owner(string scope, string? rep, string customer, bool sees) =>
        Assert.Equal(sees, new ScopeFilter(scope, Reps, Customers).SeesOrder(rep, customer));

    [Theory]
    [InlineData("company", true, true)]
    [InlineData("team:North", true, false)]
    [InlineData("rep:R1", true, false)]
    [InlineData("rep:R2", false, false)]
    public void A_deal_is_seen_by_its_rep_alone(string scope, bool ofR1, bool ofNobody)
    {
        var filter = new ScopeFilter(scope, Reps, Customers);
        Assert.Equal((ofR1, ofNobody), (filter.SeesDeal("R1"), filter.SeesDeal(null)));
    }

    [Theory]
    [InlineData("company", 3)]
    [InlineData("team:North", 2)]
    [InlineData("rep:R1", 1)]
    [InlineData("rep:R2", 0)]
    public void A_team_sees_its_own_targets_and_its_peoples(string scope, int targets)
    {
        var filter = new ScopeFilter(scope, Reps, Customers);
        Assert.Equal(targets, new[] { "company", "team:North", "rep:R1" }.Count(filter.SeesTarget));
    }

    [Theory]
    [InlineData("")]
    [InlineData("teams")]
    [InlineData("Team:North")]
    public void What_is_no_scope_is_refused(string scope) => Assert.Throws<ArgumentException>(() => new ScopeFilter(scope, Reps, Customers));

    [Fact]
    public void A_scopes_day_holds_what_it_sees_and_neither_spend_nor_active_customers()
    {
        var builder = new DayRollupBuilder(Day);
        Fact[] facts =
        [
            Order("O1", "R1", "C1", 100), Order("O2", null, "C1", 50), Order("O3", null, "C2", 30), Order("O4", "R9", "C1", 20),
            new Opportunity { Source = "csv", Id = "D1", Stage = "s", RepId = "R1", Outcome = Outcome.Won, CreatedAt = Moment.On(Day.AddDays(-7)), ClosedAt = Moment.On(Day) },
            new Opportunity { Source = "csv", Id = "D2", Stage = "s", RepId = "R2", Outcome = Outcome.Lost, ClosedAt = Moment.On(Day) },
            new SpendDay { Source = "csv", Id = "S", Day = Day, Channel = "ads", Amount = 5 },
        ];
        Array.ForEach(facts, builder.Add);
        var shares = builder.Build().Shares;

        var (north, south) = (new ScopeFilter("team:North", Reps, Customers).Cut(shares), new ScopeFilter("team:South", Reps, Customers).Cut(shares));

        Assert.Equal((100m, 50m), (north.Orders.Sum(o => o.Net), south.Orders.Sum(o => o.Net)));
        Assert.Equal((1, 0, 0, 1), (north.Deals.Won, north.Deals.Lost, south.Deals.Won, south.Deals.Lost));
        Assert.Equal([7], north.Deals.CycleDays);
        Assert.Empty(north.Spend);
        Assert.Empty(north.ActiveCustomers);
    }

    private static Order Order(string id, string? rep, string customer, decimal net) => new()
    {
        Source = "csv",
        Id = id,
        CustomerId = customer,
        RepId = rep,
        OrderedAt = Moment.On(Day),
        Lines = [new OrderLine { Number = 1, Quantity = 1, Net = net }],
    };
}
