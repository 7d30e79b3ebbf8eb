using System.Text.Json.Nodes;
using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.MarginAlarm;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>The alarm rings exactly at its three thresholds and names who stands behind it.</summary>
public sealed class MarginAlarmTests
{
    [Theory]
    [InlineData("11-margin-alarm")]
    [InlineData("11-margin-alarm-edges")]
    public async Task The_alarm_says_what_was_computed_by_hand(string name)
    {
        var example = await ExampleWorld.ReadAsync(name);
        Assert.All(example.Asks, ask =>
        {
            var section = Given.Computed(MarginAlarmSection.Of(example.Inputs(ask)));
            var expected = ask.Sections["marginAlarm"]!.DeepClone().AsObject();
            var (extra, named) = (expected["extraDiscount"], expected["named"]);
            expected.Remove("extraDiscount");
            expected.Remove("named");
            Assert.Empty(example.Differences(expected, section));
            if (extra is not null)
            {
                Assert.Empty(example.Differences(extra["byRep"], ById(section.ExtraDiscount.ByRep)));
                Assert.Empty(example.Differences(extra["byProduct"], ById(section.ExtraDiscount.ByProduct)));
                Assert.Equal(extra["byRep"]!.AsObject().Count, section.ExtraDiscount.ByRep.Count);
                Assert.Empty(example.Differences(named!["reps"], SectionJson.Node(section.Named.Reps.Select(row => row.Id))));
                Assert.Empty(example.Differences(named["products"], SectionJson.Node(section.Named.Products.Select(row => row.Id))));
            }
        });
    }

    [Theory]
    [InlineData(1050_00, 39_00, 1400_00, true)]
    [InlineData(1049_99, 39_00, 1400_00, false)]
    [InlineData(1050_00, 39_01, 1400_00, false)]
    [InlineData(1050_00, 39_00, 1312_50, false)]
    [InlineData(1050_00, 39_00, 1312_51, true)]
    public void It_fires_at_all_three_thresholds_and_not_a_step_before(int revenueCents, int marginBasisPoints, int listCents, bool fires)
    {
        var (revenue, margin, list) = (revenueCents / 100m, marginBasisPoints / 10_000m, listCents / 100m);

        // The month before: revenue 1000, margin 40 %, price realisation 80 %.
        var world = new SectionWorld(Given.Order("2026-10-05", "C", 1000, cost: 600, list: 1250), Given.Order("2026-11-05", "C", revenue, cost: revenue * (1 - margin), list: list));

        Assert.Equal(fires, Given.Computed(MarginAlarmSection.Of(world.At("2026-11"))).Fires);
    }

    [Theory]
    [InlineData(null, 1250.0)]
    [InlineData(600.0, null)]
    public void Without_a_margin_or_a_list_price_it_cannot_fire(double? cost, double? list)
    {
        var world = new SectionWorld(
            Given.Order("2026-10-05", "C", 1000, cost: (decimal?)cost, list: (decimal?)list), Given.Order("2026-11-05", "C", 2000, cost: 1900, list: 9000));

        Assert.False(Given.Computed(MarginAlarmSection.Of(world.At("2026-11"))).Fires);
    }

    [Fact]
    public void A_negative_month_to_compare_with_never_fires()
    {
        var world = new SectionWorld(Given.Order("2026-10-05", "C", 1000, cost: 600, list: 1250, status: OrderStatus.Return), Given.Order("2026-11-05", "C", 10, cost: 9, list: 100));

        Assert.False(Given.Computed(MarginAlarmSection.Of(world.At("2026-11"))).Fires);
    }

    [Fact]
    public void Those_who_cover_half_are_named_and_no_one_after()
    {
        // Extra discounts 50, 30, 20: the first covers exactly half.
        var section = Alarm((50, "R2"), (30, "R1"), (20, "R3"));

        Assert.Equal(["R2", "R1", "R3"], section.ExtraDiscount.ByRep.Select(row => row.Id));
        Assert.Equal([50m, 30m, 20m], section.ExtraDiscount.ByRep.Select(row => row.Value));
        Assert.Equal(["R2"], section.Named.Reps.Select(row => row.Id));
        Assert.Equal(["R2", "R1"], Alarm((49, "R2"), (30, "R1"), (21, "R3")).Named.Reps.Select(row => row.Id));
    }

    [Fact]
    public void Five_at_most_are_named_and_ties_go_by_ordinal_id()
    {
        var section = Alarm([.. Enumerable.Range(0, 12).Select(i => (10, i % 2 == 0 ? $"r{i:D2}" : $"R{i:D2}"))]);

        Assert.Equal(["R01", "R03", "R05", "R07", "R09"], section.Named.Reps.Select(row => row.Id));
    }

    [Fact]
    public void Nobody_is_named_while_it_is_silent()
    {
        // Discounts rose, but so did the margin.
        var world = new SectionWorld(Given.Order("2026-10-05", "C", 100, cost: 90, list: 100, rep: "R1"), Given.Order("2026-11-05", "C", 90, cost: 10, list: 100, rep: "R1"));

        var section = Given.Computed(MarginAlarmSection.Of(world.At("2026-11")));

        Assert.False(section.Fires);
        Assert.Equal(10m, Assert.Single(section.ExtraDiscount.ByRep).Value);
        Assert.Empty(section.Named.Reps);
    }

    [Fact]
    public void Whoever_has_no_months_before_gave_nothing_extra_and_neither_did_a_month_of_returns()
    {
        var world = new SectionWorld(
            Given.Order("2026-10-05", "C1", 100, list: 100), Given.Order("2026-11-05", "C1", 50, list: 100, status: OrderStatus.Return),
            Given.Order("2026-11-05", "C2", 50, list: 100), Given.Customer("C1", owner: "R1"));

        var section = Given.Computed(MarginAlarmSection.Of(world.At("2026-11")));

        Assert.All(section.ExtraDiscount.ByCustomer, row => Assert.Equal(0, row.Value));
        Assert.Equal(["Customer C1", "C2"], section.ExtraDiscount.ByCustomer.Select(row => row.Name));
        Assert.Equal(["R1"], section.ExtraDiscount.ByRep.Select(row => row.Id));
    }

    [Fact]
    public void Twice_the_money_changes_no_verdict_and_doubles_the_discounts() => AnySales.Orders.Sample(orders =>
    {
        var doubled = orders.Select(order => order with { Lines = [.. order.Lines.Select(line => line with { Net = line.Net * 2, UnitCost = line.UnitCost * 2, ListUnitPrice = line.ListUnitPrice * 2 })] });
        var (once, twice) = (MarginAlarmSection.Of(AnySales.World(orders).At(AnySales.Month)).Section, MarginAlarmSection.Of(AnySales.World(doubled).At(AnySales.Month)).Section);
        Assert.Equal(once?.Fires, twice?.Fires);
        Given.IsNear((once?.ExtraDiscount.ByRep.Sum(row => row.Value) ?? 0) * 2, twice?.ExtraDiscount.ByRep.Sum(row => row.Value) ?? 0);
    });

    [Fact]
    public void Without_an_order_to_compare_with_there_is_no_alarm() =>
        Assert.Equal("nothing_to_compare", Given.WhyNot(MarginAlarmSection.Of(new SectionWorld(Given.Order("2026-11-05", "C", 10)).At("2026-11"))));

    /// <summary>Everyone sold 100 at list the month before and 1000 of list this month, at so much less; margins fall with it.</summary>
    private static MarginAlarmSection Alarm(params (int Extra, string Rep)[] reps)
    {
        var world = new SectionWorld(reps.SelectMany(own => new Fact[]
        {
            Given.Order("2026-10-05", "C", 100, cost: 50, list: 100, rep: own.Rep),
            Given.Order("2026-11-05", "C", 1000 - own.Extra, cost: 600, list: 1000, rep: own.Rep),
        }));
        var section = Given.Computed(MarginAlarmSection.Of(world.At("2026-11")));
        Assert.True(section.Fires);
        return section;
    }

    private static JsonNode? ById(IEnumerable<ExtraDiscount> rows) => SectionJson.Node(rows.ToDictionary(row => row.Id, row => row.Value));
}
