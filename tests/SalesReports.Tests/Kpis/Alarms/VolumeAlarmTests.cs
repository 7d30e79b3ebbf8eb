using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Alarms;
using SalesReports.Tests.Kpis.Sections;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Alarms;

/// <summary>An account is told on the day on which its volume falls, once, and only to those whose account it is.</summary>
public sealed class VolumeAlarmTests
{
    /// <summary>The day whose end pushes C1's large order out of the last 90 days.</summary>
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void An_account_that_falls_under_half_of_its_base_is_told_with_what_is_missing()
    {
        var alarm = Of(Day, Day.AddDays(-1), "company", Falling("C1"));

        Assert.Equal(("company", "EUR", 1, 400m), (alarm.Scope, alarm.Currency, alarm.Count, alarm.Missing));
        Assert.Equal(new FallenAccount("C1", "Customer C1", "Nora", 100, 500, 400, new DateOnly(2026, 10, 15)), Assert.Single(alarm.Accounts));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(8, 0)]
    public void It_is_told_on_that_day_and_on_no_other(int days, int told) =>
        Assert.Equal(told, Of(Day.AddDays(days), Day.AddDays(days - 1), "company", Falling("C1")).Count);

    [Fact]
    public void A_look_that_was_missed_loses_nothing()
    {
        Assert.Equal(1, Of(Day.AddDays(3), Day.AddDays(-1), "company", Falling("C1")).Count);
        Assert.Equal(0, Of(Day.AddDays(3), Day, "company", Falling("C1")).Count);
    }

    [Fact]
    public void An_account_that_recovers_for_a_day_is_not_told_again_within_the_week() =>
        Assert.Equal(0, Of(Day.AddDays(4), Day.AddDays(3), "company", [.. Falling("C1"), Order("C1", Day.AddDays(2), 400), Return("C1", Day.AddDays(4), 400)]).Count);

    [Fact]
    public void A_customer_without_a_rhythm_has_no_volume_to_lose() =>
        Assert.Equal(0, Of(Day, Day.AddDays(-1), "company", [Order("C1", new(2025, 10, 1), 500), Order("C1", new(2026, 8, 24), 300), Order("C1", new(2026, 10, 15), 100)]).Count);

    [Theory]
    [InlineData("company", "C1,C2,C3,C4")]
    [InlineData("rep:R1", "C1")]
    [InlineData("rep:R9", "")]
    [InlineData("team:North", "C1,C2")]
    [InlineData("team:South", "C3")]
    public void Only_whose_account_it_is_are_told(string scope, string accounts)
    {
        Fact[] owners = [.. new[] { ("R1", "North"), ("R2", "North"), ("R3", "South") }.Select(rep => new Rep { Source = "csv", Id = rep.Item1, Name = rep.Item1, Team = rep.Item2 })];
        Fact[] customers = [.. new[] { ("C1", "R1"), ("C2", "R2"), ("C3", "R3"), ("C4", (string?)null) }.Select(own => new Customer { Source = "csv", Id = own.Item1, Name = own.Item1, OwnerId = own.Item2 })];
        var world = new SectionWorld([.. owners, .. customers, .. new[] { "C1", "C2", "C3", "C4" }.SelectMany(customer => Orders(customer))]);

        Assert.Equal(accounts, string.Join(',', VolumeAlarm.Of(world.At("2026-11", scope), Day, Day.AddDays(-1)).Accounts.Select(account => account.CustomerId)));
    }

    [Fact]
    public void A_long_list_names_the_largest_and_counts_them_all()
    {
        var alarm = Of(Day, Day.AddDays(-1), "company", [.. Enumerable.Range(0, 60).SelectMany(number => Orders($"C{number:00}", number + 1))]);

        Assert.Equal((60, VolumeAlarm.MostNamed, "C59"), (alarm.Count, alarm.Accounts.Count, alarm.Accounts[0].CustomerId));
        Assert.Equal(Enumerable.Range(1, 60).Sum() * 400m, alarm.Missing);
    }

    [Fact]
    public void Looked_at_day_after_day_an_account_is_told_at_most_once_in_eight_days() => Gen.Select(Gen.Int[1, 40].List[3, 30], Gen.Int[1, 9].List[30]).Sample((gaps, sizes) =>
    {
        var day = new DateOnly(2025, 6, 1);
        var orders = new List<Fact>();
        foreach (var (gap, size) in gaps.Zip(sizes))
        {
            day = day.AddDays(gap);
            orders.Add(Order("C1", day, size * 100));
        }

        var inputs = new SectionWorld(orders).At("2027-12");
        var told = Enumerable.Range(0, 120).Select(back => day.AddDays(100 - back)).Where(one => VolumeAlarm.Of(inputs, one, one.AddDays(-1)).Count > 0).ToList();
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.First.DayNumber - pair.Second.DayNumber >= 8));
    }, iter: 40);

    private static VolumeAlarm Of(DateOnly day, DateOnly since, string scope, params IEnumerable<Fact> facts) => VolumeAlarm.Of(new SectionWorld(facts).At("2026-11", scope), day, since);

    /// <summary>500 a year before; 300 leave the last 90 days at the end of <see cref="Day"/>, 100 stay.</summary>
    private static IReadOnlyList<Fact> Falling(string customer) =>
    [
        new Rep { Source = "csv", Id = "R1", Name = "Nora", Team = "North" }, new Customer { Source = "csv", Id = customer, Name = $"Customer {customer}", OwnerId = "R1" }, .. Orders(customer),
    ];

    private static IReadOnlyList<Fact> Orders(string customer) => Orders(customer, 1);

    private static IReadOnlyList<Fact> Orders(string customer, int factor) =>
    [
        Order(customer, new(2025, 10, 1), 500 * factor), Order(customer, new(2026, 8, 24), 300 * factor), Order(customer, new(2026, 9, 15), 50 * factor), Order(customer, new(2026, 10, 15), 50 * factor),
    ];

    private static Order Order(string customer, DateOnly day, decimal net) => Made.Order($"{customer}-{day:yyyyMMdd}", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), customer, net);

    private static Order Return(string customer, DateOnly day, decimal net) => Order(customer, day, net) with { Id = $"R-{customer}-{day:yyyyMMdd}", Status = OrderStatus.Return };
}
