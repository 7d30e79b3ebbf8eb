namespace SalesReports.Local.Sample;

/// <summary>About 25,000 orders: daily business by appetite, the orders that follow won deals, planted ones, and what comes back.</summary>
internal sealed class SampleOrders(SampleRandom random, SampleCalendar calendar, SampleLines lines)
{
    private const int Daily = 22_900;
    private const double ReturnRate = 0.03;

    private static readonly string[] Assisted = ["rep", "rep", "rep", "manual"];

    private static readonly string[] Unassisted = ["self_service", "self_service", "self_service", "edi", "marketplace"];

    public IReadOnlyList<SampleOrder> Make(IReadOnlyList<SampleCustomer> customers, IReadOnlyList<SampleDeal> deals, IEnumerable<SampleOrder> stories)
    {
        var orders = DailyBusiness(customers).Concat(deals.Select(FromDeal).OfType<SampleOrder>()).Concat(stories).ToList();
        orders.AddRange([.. orders.Select(Return).OfType<SampleOrder>()]);
        return [.. orders.OrderBy(order => order.At).Select((order, index) => order with { Id = $"{(order.Status == "return" ? "AV" : "CO")}-{index + 1:D6}" })];
    }

    private IEnumerable<SampleOrder> DailyBusiness(IReadOnlyList<SampleCustomer> customers)
    {
        var expected = calendar.Spread(Daily);
        for (var i = 0; i < calendar.Days.Count; i++)
        {
            // New customers begin with the order of their first deal.
            var day = calendar.Days[i];
            var buyers = customers.Where(customer => customer.BuysOn(day) && !(customer.IsNew && customer.From == day)).ToArray();
            var appetites = buyers.Select(customer => customer.Appetite).ToArray();
            for (var left = random.Count(expected[i]); left > 0; left--)
            {
                yield return Ordinary(buyers[random.Weighted(appetites)], day);
            }
        }
    }

    private SampleOrder Ordinary(SampleCustomer customer, DateOnly day)
    {
        var isAssisted = SampleCalendar.IsWorkingDay(day) && !random.Chance(customer.DigitalShare);
        var at = isAssisted ? SampleCalendar.At(day, random) : SampleCalendar.At(day, random, 6, 23);
        return new SampleOrder(
            "", at, customer, StatusOn(day), isAssisted ? customer.Owner : null, random.Pick(isAssisted ? Assisted : Unassisted), null,
            lines.Draw(customer, day, value: null));
    }

    /// <summary>The order that follows a won deal: at once for a new customer, else within two weeks.</summary>
    private SampleOrder? FromDeal(SampleDeal deal)
    {
        if (deal is not { Outcome: "won", Customer: { } customer, ClosedAt: { } closed })
        {
            return null;
        }

        var closeDay = DateOnly.FromDateTime(closed);
        if (closeDay == customer.From)
        {
            return Build(closed.AddMinutes(random.Whole(1, 60)));
        }

        var day = SampleCalendar.WorkingDayFrom(closeDay.AddDays(random.Whole(1, 12)));
        return day <= calendar.LastDay && customer.BuysOn(day) ? Build(SampleCalendar.At(day, random)) : null;

        SampleOrder Build(DateTime at)
        {
            var value = (double)(deal.History.Amounts[^1].Amount * 0.95m);
            return new SampleOrder("", at, customer, "booked", deal.Rep, "rep", deal, lines.Draw(customer, DateOnly.FromDateTime(at), value));
        }
    }

    private SampleOrder? Return(SampleOrder order)
    {
        var day = SampleCalendar.WorkingDayFrom(order.Day.AddDays(random.Whole(4, 30)));
        return order.Status == "booked" && order.Lines.Any(line => line.ListPrice is not null) && random.Chance(ReturnRate) && day <= calendar.LastDay
            ? order with { At = SampleCalendar.At(day, random), Status = "return", Deal = null, Lines = lines.TakeBack(order) }
            : null;
    }

    /// <summary>One order in eighty is cancelled; of the last ten days some are not confirmed yet.</summary>
    private string StatusOn(DateOnly day) =>
        random.Chance(1 / 80.0) ? "cancelled" : calendar.LastDay.DayNumber - day.DayNumber < 10 && random.Chance(0.06) ? "open" : "booked";
}
