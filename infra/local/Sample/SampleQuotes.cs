namespace SalesReports.Local.Sample;

/// <summary>About 4,000 quotes: the accepted one of each won deal, and requests that led to nothing; one of those in twelve was never answered.</summary>
internal static class SampleQuotes
{
    private const int Total = 4000;

    public static string IdOf(SampleDeal deal) => $"DV-{deal.Id[3..]}";

    public static int Write(
        string folder, SampleRandom random, SampleCalendar calendar, IReadOnlyList<SampleDeal> deals, IReadOnlyList<SampleCustomer> customers)
    {
        using var file = new SampleFile(
            folder, "quotes.csv", "quote_id,requested_at,first_answered_at,accepted_at,rep_id,customer_id,amount,currency");
        foreach (var deal in deals.Where(deal => deal.Outcome == "won"))
        {
            var requested = deal.History.Stages[Math.Min(1, deal.History.Stages.Count - 1)].At;
            file.Row(
                IdOf(deal), requested, Answer(random, calendar, requested, deal.ClosedAt!.Value), deal.ClosedAt, deal.Rep.Id, deal.Customer!.Id,
                deal.History.Amounts[^1].Amount, deal.Currency);
        }

        WriteDeclined(file, random, calendar, customers, Total - file.Rows);
        return file.Rows;
    }

    private static void WriteDeclined(SampleFile file, SampleRandom random, SampleCalendar calendar, IReadOnlyList<SampleCustomer> customers, int total)
    {
        var expected = calendar.Spread(total);
        for (var i = 0; i < calendar.Days.Count; i++)
        {
            for (var left = random.Count(expected[i]); left > 0; left--)
            {
                var day = calendar.Days[i];
                var customer = random.Pick(customers);
                var requested = SampleCalendar.At(day, random);
                var isAnswered = random.Chance(11 / 12.0);
                file.Row(
                    $"DV-9{file.Rows:D5}", requested, isAnswered ? Answer(random, calendar, requested, DateTime.MaxValue) : null, null,
                    customer.BuysOn(day) ? customer.Owner.Id : random.Pick(SampleReps.All).Id, customer.BuysOn(day) ? customer.Id : null,
                    Math.Round((decimal)(4200 * random.Skewed())), customer.BuysOn(day) ? customer.Currency : "EUR");
            }
        }
    }

    /// <summary>After a few working hours or days, before the deal is closed; null when the sample ends first.</summary>
    private static DateTime? Answer(SampleRandom random, SampleCalendar calendar, DateTime requested, DateTime closed)
    {
        var day = SampleCalendar.WorkingDayFrom(DateOnly.FromDateTime(requested).AddDays(random.Whole(0, 4)));
        var answer = SampleCalendar.At(day, random, 9);
        answer = answer > requested ? answer : requested.AddMinutes(random.Whole(15, 120));
        answer = answer < closed ? answer : closed;
        return DateOnly.FromDateTime(answer) <= calendar.LastDay ? answer : null;
    }
}
