using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Tests.Facts;

public sealed class FactDaysTests
{
    private static readonly BusinessZone s_paris = new("Europe/Paris");
    private static readonly DateOnly s_first = new(2026, 11, 2);
    private static readonly DateOnly s_later = new(2026, 11, 20);

    [Fact]
    public void An_order_is_filed_under_the_business_day_it_was_ordered()
    {
        var order = new Order
        {
            Source = "csv",
            Id = "O1",
            CustomerId = "C1",
            OrderedAt = Moment.At(new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero), s_paris),
            Lines = [],
        };
        Assert.Equal([new DateOnly(2026, 12, 1)], order.Days);
        Assert.Equal(OrderStatus.Booked, order.Status);
    }

    [Theory]
    [InlineData(true, true, 2)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 0)]
    public void An_opportunity_is_filed_under_the_days_that_are_known(bool created, bool closed, int expected)
    {
        var deal = Deal(created ? s_first : null, closed ? s_later : null);
        Assert.Equal(expected, deal.Days.Count);
        Assert.Equal(created, deal.Days.Contains(s_first));
        Assert.Equal(closed, deal.Days.Contains(s_later));
    }

    [Fact]
    public void An_opportunity_created_and_closed_on_one_day_is_filed_once() => Assert.Equal([s_first], Deal(s_first, s_first).Days);

    [Fact]
    public void A_closed_opportunity_is_also_filed_under_the_last_day_on_which_it_changed_and_an_open_one_is_not()
    {
        var late = s_later.AddDays(3);
        var deal = Deal(s_first, s_later) with { AmountHistory = [new AmountChange(Moment.On(late), 5), new AmountChange(Moment.On(s_first), 4)] };

        Assert.Equal([s_first, s_later], deal.Days);
        Assert.Equal([s_first, s_later, late], (deal with { Outcome = Outcome.Lost }).Days);
    }

    [Fact]
    public void The_days_of_an_opportunity_ascend_even_when_it_closed_before_it_began() => Assert.Equal([s_first, s_later], Deal(s_later, s_first).Days);

    [Fact]
    public void Leads_quotes_and_spend_are_filed_under_their_day_and_master_data_under_none()
    {
        var at = Moment.On(s_first);
        Fact[] dated =
        [
            new Lead { Source = "csv", Id = "L1", CreatedAt = at, LeadSource = "web", ConvertedAt = Moment.On(s_later) },
            new Quote { Source = "csv", Id = "Q1", RequestedAt = at, AcceptedAt = Moment.On(s_later) },
            new SpendDay { Source = "csv", Id = "S1", Day = s_first, Channel = "ads", Amount = 1 },
        ];
        Fact[] master =
        [
            new Customer { Source = "csv", Id = "C1", Name = "Customer 1" },
            new Rep { Source = "csv", Id = "R1", Name = "Rep 1" },
            new Product { Source = "csv", Id = "A" },
            new Stage { Source = "csv", Id = "main/Propose", Pipeline = "main", Name = "Propose", Position = 2 },
            new Target { Source = "csv", Id = "2026/company/revenue", Period = "2026", Scope = "company", Metric = "revenue", Value = 1 },
            new DailyRate { Source = "csv", Id = "USD/2026-11-02", Day = s_first, Currency = Currency.Parse("USD"), PerEuro = 1.1m },
        ];
        Assert.All(dated, fact => Assert.Equal([s_first], fact.Days));
        Assert.All(master, fact => Assert.Empty(fact.Days));
        Assert.Equal(dated.Length + master.Length, dated.Concat(master).Select(fact => fact.Kind).Distinct().Count());
    }

    [Theory]
    [InlineData("10", "3", "0.1", "27")]
    [InlineData("14", "12", "0", "168")]
    [InlineData("9.8", "10", "1", "0")]
    [InlineData("10", "-3", "0.1", "-27")]
    public void A_net_amount_is_price_times_quantity_less_the_discount(string price, string quantity, string discount, string net) =>
        Assert.Equal(Number(net), OrderLine.NetOf(Number(price), Number(quantity), Number(discount)));

    private static Opportunity Deal(DateOnly? created, DateOnly? closed) => new()
    {
        Source = "csv",
        Id = "D1",
        Stage = "Closed",
        CreatedAt = created is { } c ? Moment.On(c) : null,
        ClosedAt = closed is { } d ? Moment.On(d) : null,
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
