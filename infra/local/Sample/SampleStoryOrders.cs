namespace SalesReports.Local.Sample;

/// <summary>The orders that tell the planted stories.</summary>
internal sealed class SampleStoryOrders(SampleCalendar calendar, SampleStories stories, SampleLines lines, IReadOnlyList<SampleProduct> products)
{
    private const int RegularDays = 10;
    private const decimal UsualDiscount = 0.08m;
    private const decimal DeepDiscount = 0.34m;

    public IEnumerable<SampleOrder> Make(IReadOnlyList<SampleCustomer> customers)
    {
        var byId = customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        return stories.DiscountCustomers.SelectMany(id => Discounted(byId[id]))
            .Concat(stories.Silent.SelectMany(id => Regular(byId[id], stories.SilentSince(id))))
            .Concat(Regular(byId[stories.Dwindling], calendar.LastDay))
            .Concat(stories.Seasonal.SelectMany(id => Seasonal(byId[id])));
    }

    /// <summary>Three large orders a month at a third off.</summary>
    private IEnumerable<SampleOrder> Discounted(SampleCustomer customer)
    {
        for (var month = stories.DiscountFrom; month < stories.End; month = month.AddMonths(1))
        {
            foreach (var day in new[] { 5, 13, 21 })
            {
                yield return Order(customer, month.AddDays(day), Of("MOB", 3), 25_000, DeepDiscount);
            }
        }
    }

    /// <summary>Every ten days, of three categories; the one who dwindles ends with a third of the money and one category.</summary>
    private IEnumerable<SampleOrder> Regular(SampleCustomer customer, DateOnly until)
    {
        SampleProduct[] all = [.. Of("MOB", 1), .. Of("ECL", 1), .. Of("RAN", 1)];
        for (var day = calendar.FirstDay.AddDays(3); day <= until; day = day.AddDays(RegularDays))
        {
            var isDwindling = customer.Id == stories.Dwindling && day >= stories.DwindlingFrom;
            yield return Order(customer, day, isDwindling ? all[..1] : all, isDwindling ? 1_300 : 4_000, UsualDiscount);
        }
    }

    private IEnumerable<SampleOrder> Seasonal(SampleCustomer customer)
    {
        SampleProduct[] all = [.. Of("ECL", 1), .. Of("ACC", 1)];
        for (var month = new DateOnly(calendar.FirstDay.Year, calendar.FirstDay.Month, 1).AddMonths(1); month.AddDays(16) <= calendar.LastDay; month = month.AddMonths(1))
        {
            var growth = 1 + (0.06 * (month.DayNumber - calendar.FirstDay.DayNumber) / 365.0);
            yield return Order(customer, month.AddDays(11), all, (month.Month is >= 3 and <= 5 ? 12_000 : 2_000) * growth, UsualDiscount);
        }
    }

    private SampleOrder Order(SampleCustomer customer, DateOnly day, IReadOnlyList<SampleProduct> bought, double listValue, decimal discount)
    {
        var workingDay = SampleCalendar.WorkingDayUntil(day);
        return new SampleOrder(
            "", workingDay.ToDateTime(new TimeOnly(10, 15)), customer, "booked", customer.Owner, "rep", null,
            [.. bought.Select(product => lines.Fixed(product, customer, workingDay, listValue / bought.Count, discount))]);
    }

    private SampleProduct[] Of(string range, int count) => [.. products.Where(p => p.Sku.StartsWith(range, StringComparison.Ordinal)).Take(count)];
}
