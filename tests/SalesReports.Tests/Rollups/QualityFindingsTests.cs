using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Findings;
using SalesReports.Tests.Facts;

namespace SalesReports.Tests.Rollups;

/// <summary>Findings of days: told once, added up in any order, cleared by master data that come later.</summary>
public sealed class QualityFindingsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Order Sold = new()
    {
        Source = "csv",
        Id = "O1",
        CustomerId = "C9",
        RepId = "R9",
        OrderedAt = Moment.On(Day),
        Currency = Currency.Parse("USD"),
        Lines =
        [
            new OrderLine { Number = 1, Sku = "A", Quantity = 1, Net = 10 },
            new OrderLine { Number = 2, Sku = "B", Quantity = 1, Net = 10, UnitCost = 4, PricedNet = 12 },
            new OrderLine { Number = 3, Quantity = 1, Net = 10 },
        ],
    };

    [Fact]
    public void What_is_odd_in_an_order_is_counted_with_examples() => Assert.Equal(
        [
            "UnknownRep Orders 1: O1 R9",
            "UnknownCustomer Orders 1: O1 C9",
            "UnknownProduct Orders 1: O1 B",
            "NetDiffersFromPrice Orders 1: O1 line 2: net 10, price × quantity less discount 12",
            "MissingCost Products 2:  ,A ",
            "MissingRate Orders 1: USD 2026-03-02",
        ], Told([Sold], "R1", "C1", new Product { Source = "csv", Id = "A" }));

    [Fact]
    public void Master_data_and_rates_that_come_later_clear_what_they_explain()
    {
        Product[] products = [new Product { Source = "csv", Id = "A", UnitCost = 3 }, new Product { Source = "csv", Id = "B" }];
        var (found, _) = Of(Day, [Sold]);
        var light = Of(Day, [Sold]).Light;
        var rates = new ExchangeRates([(Day.AddDays(-7), Currency.Parse("USD"), 1.1m)]);

        var told = QualityFindings.Of([found], [light], Known("R9", "C9", products), products.ToDictionary(p => p.Id, StringComparer.Ordinal), Currency.Eur, rates);

        Assert.Equal([FindingKind.NetDiffersFromPrice, FindingKind.MissingCost], told.Select(finding => finding.Kind));
        Assert.Equal(1, told[1].Count);
    }

    [Fact]
    public void A_kind_of_master_data_that_is_not_kept_makes_nothing_unknown() =>
        Assert.DoesNotContain(Told([Sold], null, null), told => told.StartsWith("Unknown", StringComparison.Ordinal));

    [Fact]
    public void A_deal_that_is_filed_under_several_days_is_told_on_one()
    {
        Opportunity deal = new() { Source = "csv", Id = "D1", Stage = "s", RepId = "R9", Outcome = Outcome.Won, CreatedAt = Moment.On(Day.AddDays(4)), ClosedAt = Moment.On(Day) };

        Assert.Equal(["UnknownRep Opportunities 1: D1 R9", "NegativeCycle Opportunities 1: D1 2026-03-06 > 2026-03-02"], Told([deal], "R1", null));
        Assert.Equal(["ClosedWithoutDate Opportunities 1: D1 s"], Told([deal with { ClosedAt = null, RepId = null }], null, null));
        Assert.Equal(["WonWithoutCreation Opportunities 1: D1 "], Told([deal with { CreatedAt = null, RepId = null }], null, null));
    }

    [Fact]
    public void Findings_come_out_the_same_in_whatever_order_facts_and_days_come() => AnyFact.Any.Array[0, 40].Sample(facts =>
        Assert.Equal(Told(facts, "R1", "C1"), Told(facts.Reverse(), "R1", "C1", backwards: true)));

    [Fact]
    public void Of_many_findings_the_count_is_exact_and_the_examples_are_few()
    {
        var orders = Enumerable.Range(0, 40).Select(i => Sold with { Id = $"O{i:D2}", Lines = [] });
        var (found, light) = Of(Day, orders);
        var unknown = QualityFindings.Of([found], [light], Known("R1", null), new Dictionary<string, Product>(), Currency.Eur, ExchangeRates.None)[0];

        Assert.Equal((FindingKind.UnknownRep, 40, "O00"), (unknown.Kind, unknown.Count, unknown.Examples[0].FactId));
        Assert.InRange(unknown.Examples.Count, 1, FindingCount.MostExamples);
    }

    private static List<string> Told(IEnumerable<Fact> facts, string? rep, string? customer, params Product[] products) => Told(facts, rep, customer, false, products);

    private static List<string> Told(IEnumerable<Fact> facts, string? rep, string? customer, bool backwards, params Product[] products)
    {
        var all = facts.ToList();
        var days = Enumerable.Range(-1, 45).Select(i => Of(Day.AddDays(i), all)).ToList();
        if (backwards)
        {
            days.Reverse();
        }

        return
        [
            .. QualityFindings.Of(days.Select(d => d.Found), days.Select(d => d.Light), Known(rep, customer, products), products.ToDictionary(p => p.Id, StringComparer.Ordinal), Currency.Eur, ExchangeRates.None)
                .Select(f => $"{f.Kind} {f.FactKind} {f.Count}: {string.Join(',', f.Examples.Select(e => $"{e.FactId} {e.Value}"))}"),
        ];
    }

    private static KnownIds Known(string? rep, string? customer, params Product[] products)
    {
        var known = new KnownIds();
        known.Add(FactKind.Reps, rep is null ? [] : [rep]);
        known.Add(FactKind.Customers, customer is null ? [] : [customer]);
        known.Add(FactKind.Products, products.Select(product => product.Id));
        return known;
    }

    private static (DayFindings Found, DayRollup Light) Of(DateOnly day, IEnumerable<Fact> facts)
    {
        var builder = new DayRollupBuilder(day);
        foreach (var fact in facts)
        {
            builder.Add(fact);
        }

        var built = builder.Build();
        return (built.Findings, built.Rollup);
    }
}
