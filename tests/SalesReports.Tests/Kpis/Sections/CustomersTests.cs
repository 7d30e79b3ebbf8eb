using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Classes, comings and goings, and what revenue stayed.</summary>
public sealed class CustomersTests
{
    [Fact]
    public async Task Classes_moves_and_retention_are_what_was_computed_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("14-abc-and-retention");
        var ask = Assert.Single(example.Asks);
        var section = Given.Computed(CustomersSection.Of(example.Inputs(ask)));
        Assert.Empty(example.Differences(ask.Sections["abc"], section.Abc));
        Assert.Empty(example.Differences(ask.Sections["retention"], section.Retention));
        Assert.All(
            new[] { ("new", section.New), ("kept", section.Kept), ("lost", section.Lost), ("reactivated", section.Reactivated) },
            list => Assert.Empty(example.Differences(ask.Sections[list.Item1], SectionJson.Node(list.Item2.Select(customer => customer.Id)))));
    }

    [Fact]
    public void The_classes_part_all_customers_with_positive_revenue_at_80_and_95_percent() => AnySales.Orders.Sample(orders =>
    {
        var customers = CustomersSection.Of(AnySales.World(orders).At(AnySales.Month)).Section?.Abc ?? [];
        var total = customers.Where(customer => customer.Revenue12Months > 0).Sum(customer => customer.Revenue12Months);
        Assert.Equal(customers.Select(customer => customer.Id).Distinct().Count(), customers.Count);
        Assert.All(customers.Select((customer, index) => (customer, Before: customers.Take(index).Sum(other => other.Revenue12Months))), entry =>
        {
            var (customer, before) = entry;
            var expected = customer.Revenue12Months <= 0 ? null : before * 100 < total * 80 ? "A" : before * 100 < total * 95 ? "B" : "C";
            Assert.Equal(expected, customer.Class);
            Assert.Equal(expected is null, customer.ShareBefore is null);
        });
    });

    [Fact]
    public void Each_class_is_summed_up()
    {
        var world = new SectionWorld(
            Given.Order("2026-11-01", "A1", 80), Given.Order("2026-11-01", "B1", 15), Given.Order("2026-11-01", "C1", 5), Given.Order("2026-11-01", "D1", 10, status: OrderStatus.Return));

        var section = Given.Computed(CustomersSection.Of(world.At("2026-11")));

        Assert.Equal([new AbcClass("A", "A", 1, 80, 0.8m), new AbcClass("B", "B", 1, 15, 0.15m), new AbcClass("C", "C", 1, 5, 0.05m)], section.Classes);
        Assert.Equal(-10, section.Abc[^1].Revenue12Months);
    }

    [Fact]
    public void Kept_and_lost_part_those_active_before_and_no_one_is_in_two_lists() => AnySales.Orders.Sample(orders =>
    {
        var inputs = AnySales.World(orders).At(AnySales.Month);
        if (CustomersSection.Of(inputs).Section is not { } section)
        {
            return;
        }

        var before = inputs.History.ActiveCustomers(new DateOnly(2024, 12, 1), new DateOnly(2025, 12, 1));
        Assert.Equal(before.Order(StringComparer.Ordinal), section.Kept.Concat(section.Lost).Select(customer => customer.Id).Order(StringComparer.Ordinal));
        var all = section.New.Concat(section.Kept).Concat(section.Lost).Concat(section.Reactivated).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    });

    [Fact]
    public void Net_retention_sees_growth_and_gross_does_not()
    {
        var world = new SectionWorld(
            Given.Order("2025-06-01", "C1", 100), Given.Order("2026-06-01", "C1", 300), Given.Order("2025-06-01", "C2", 100), Given.Order("2026-06-01", "C2", 50, status: OrderStatus.Return),
            Given.Order("2026-06-01", "C3", 999));

        var retention = Given.Computed(CustomersSection.Of(world.At("2026-11"))).Retention;

        Assert.Equal((1.25m, 0.5m, 200m, 2, true), (retention.Net, retention.Gross, retention.BaseRevenue, retention.N, retention.SmallSample));
    }

    [Fact]
    public void Retention_never_exceeds_one_when_gross_and_scales_with_nothing() => AnySales.Orders.Sample(orders =>
    {
        var doubled = orders.Select(order => order with { Lines = [.. order.Lines.Select(line => line with { Net = line.Net * 2 })] });
        var (once, twice) = (CustomersSection.Of(AnySales.World(orders).At(AnySales.Month)).Section?.Retention, CustomersSection.Of(AnySales.World(doubled).At(AnySales.Month)).Section?.Retention);
        Given.IsNear(once?.Net ?? 0, twice?.Net ?? 0);
        Assert.True(once?.Gross is null or (>= 0 and <= 1));
    });

    [Fact]
    public void Without_a_year_before_there_is_no_retention_and_a_reason()
    {
        var retention = Given.Computed(CustomersSection.Of(new SectionWorld(Given.Order("2026-06-01", "C1", 100)).At("2026-11"))).Retention;

        Assert.Equal((null, null, "No customer had revenue in the twelve months of the base."), (retention.Net, retention.Gross, retention.Reason));
    }

    [Fact]
    public void Someone_back_after_years_is_reactivated_and_not_new()
    {
        var world = new SectionWorld(Given.Order("2024-11-30", "C1", 100), Given.Order("2026-11-30", "C1", 100), Given.Customer("C1", "Back again"));

        var section = Given.Computed(CustomersSection.Of(world.At("2026-11")));

        Assert.Equal((0, 0, 0), (section.New.Count, section.Kept.Count, section.Lost.Count));
        Assert.Equal([new NamedCustomer("C1", "Back again")], section.Reactivated);
    }

    [Fact]
    public void Someone_who_came_earlier_in_the_year_is_not_new_again()
    {
        var world = new SectionWorld(Given.Order("2026-03-10", "C1", 100), Given.Order("2026-11-10", "C1", 100), Given.Order("2026-11-01", "C2", 100), Given.Order("2026-11-10", "C3", 5, status: OrderStatus.Return));

        var section = Given.Computed(CustomersSection.Of(world.At("2026-11")));

        Assert.Equal(["C2"], section.New.Select(customer => customer.Id));
        Assert.Empty(section.Reactivated);
    }

    [Fact]
    public void Without_a_sale_in_two_years_there_are_no_customers() =>
        Assert.Equal("no_sales_in_two_years", Given.WhyNot(CustomersSection.Of(new SectionWorld(Given.Order("2024-11-30", "C1", 100)).At("2026-11"))));
}
