namespace SalesReports.Local.Sample;

/// <summary>Large deals that stopped half a year ago: promised three times anew, untouched since, and still open.</summary>
internal static class SamplePhantoms
{
    public static IEnumerable<SampleDeal> Make(SampleStories stories, IReadOnlyList<SampleCustomer> customers, IReadOnlyList<SampleProduct> products)
    {
        var owners = customers.Where(c => !c.IsNew && c.Until == DateOnly.MaxValue && c.Appetite > 0).Skip(40).Take(stories.Phantoms.Count).ToList();
        return stories.Phantoms.Select((id, index) => Make(id, index, stories, owners[index], products[index]));
    }

    private static SampleDeal Make(string id, int index, SampleStories stories, SampleCustomer customer, SampleProduct product)
    {
        var created = At(-270 - (3 * index));
        DateTime[] moves = [created, At(-240), At(-210), At(-180)];
        DateTime[] promises = [created, At(-200), At(-150), At(-100)];
        return new SampleDeal(
            id, $"Siège {customer.Name.Split(' ')[0]}", customer, customer.Owner, product, SampleDeals.CustomerRelation, customer.Currency, created, null, "open", null,
            new SampleDealHistory(
                [.. moves.Select((at, position) => (position + 1, at))],
                [(created, 70_000m + (10_000 * index))],
                [.. promises.Select(at => (at, SampleCalendar.WorkingDayFrom(DateOnly.FromDateTime(at).AddDays(45))))],
                [],
                At(-100)));

        DateTime At(int days) => SampleCalendar.WorkingDayUntil(stories.End.AddDays(days)).ToDateTime(new TimeOnly(9, 30 + index));
    }
}
