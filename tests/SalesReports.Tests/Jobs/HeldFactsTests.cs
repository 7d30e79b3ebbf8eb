using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Jobs;
using SalesReports.Measures;

namespace SalesReports.Tests.Jobs;

/// <summary>What a full file says is gone: only what lies between the dates it shows, in every sense of its dates.</summary>
public sealed class HeldFactsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Every_fact_that_was_given_is_held_and_spanned() => Gen.Select(Gen.String, Gen.Int[0, 400].Nullable(), Gen.Int[0, 400].Nullable()).List[1, 30].Sample(deals =>
    {
        var held = new HeldFacts();
        var facts = deals.Select(deal => Deal(deal.Item1, deal.Item2, deal.Item3)).ToList();
        facts.ForEach(held.Add);

        Assert.All(facts, fact => Assert.True(held.Holds(fact.Id) && held.Spans(fact)));
        Assert.Equal(facts.Exists(fact => fact.Days.Count == 0), held.HasUndated);
    });

    // The file shows deals created on days 10 to 20 and closed on days 50 to 60.
    [Theory]
    [InlineData(15, 55, true)]
    [InlineData(10, 60, true)]
    [InlineData(9, 55, false)]
    [InlineData(15, 61, false)]
    [InlineData(15, 15, false)]
    [InlineData(15, null, false)]
    [InlineData(null, 55, false)]
    public void A_deal_is_missed_only_where_both_its_days_are_shown(int? created, int? closed, bool isMissed)
    {
        var held = new HeldFacts();
        held.Add(Deal("A", 10, 60));
        held.Add(Deal("B", 20, 50));

        Assert.Equal(isMissed, held.Spans(Deal("C", created, closed)));
    }

    [Fact]
    public void Open_deals_are_missed_where_the_file_shows_open_ones()
    {
        var held = new HeldFacts();
        held.Add(Deal("A", 10, null));
        held.Add(Deal("B", 20, 50));

        Assert.True(held.Spans(Deal("C", 15, null)));
        Assert.False(held.Spans(Deal("C", 21, null)));
    }

    [Theory]
    [InlineData("2026-01", true)]
    [InlineData("2026-Q2", true)]
    [InlineData("2026-Q4", false)]
    [InlineData("2026", true)]
    [InlineData("2027", false)]
    [InlineData("2025-12", false)]
    public void Targets_are_missed_between_the_first_and_the_last_period(string period, bool isMissed)
    {
        var held = new HeldFacts();
        held.Add(Target("2026-01"));
        held.Add(Target("2026-Q3"));

        Assert.Equal(isMissed, held.Spans(Target(period)));
    }

    [Fact]
    public void Rates_are_missed_between_the_days_of_the_file_and_customers_always()
    {
        var (rates, customers) = (new HeldFacts(), new HeldFacts());
        rates.Add(Rate(10));
        rates.Add(Rate(20));
        customers.Add(new Customer { Source = "csv", Id = "C1", Name = "One" });

        Assert.Equal((true, false), (rates.Spans(Rate(15)), rates.Spans(Rate(21))));
        Assert.True(customers.Spans(new Customer { Source = "csv", Id = "C2", Name = "Two" }));
        Assert.False(customers.Holds("C2"));
    }

    private static Opportunity Deal(string id, int? created, int? closed) => new()
    {
        Source = "csv",
        Id = id,
        Stage = "S",
        CreatedAt = created is { } c ? Moment.On(First.AddDays(c)) : null,
        ClosedAt = closed is { } d ? Moment.On(First.AddDays(d)) : null,
    };

    private static Target Target(string period) => new() { Source = "csv", Id = $"{period}/company/revenue", Period = period, Scope = "company", Metric = "revenue", Value = 1 };

    private static DailyRate Rate(int day) => new() { Source = "csv", Id = $"USD/{day}", Day = First.AddDays(day), Currency = Currency.Parse("USD"), PerEuro = 1.1m };
}
