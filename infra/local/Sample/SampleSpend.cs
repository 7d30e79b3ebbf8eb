namespace SalesReports.Local.Sample;

/// <summary>What the four advertising channels cost on every day, and what they brought.</summary>
internal static class SampleSpend
{
    public static int Write(string folder, SampleRandom random, SampleCalendar calendar, SampleStories stories, IReadOnlyList<SampleLead> leads)
    {
        var leadsOf = leads.GroupBy(lead => (lead.Source.Name, DateOnly.FromDateTime(lead.CreatedAt))).ToDictionary(group => group.Key, group => group.Count());
        using var file = new SampleFile(folder, "spend.csv", "date,channel,amount,campaign,currency,impressions,clicks,leads");
        foreach (var day in calendar.Days)
        {
            foreach (var source in SampleSources.All.Where(source => source.SpendPerDay is not null))
            {
                // Advertising sleeps less than the people who buy.
                var activity = 0.45 + (0.55 * calendar.Weight(day));
                var amount = Math.Round((decimal)(source.SpendPerDay!.Value * activity * random.Between(0.85, 1.15) * (stories.IsBad(source.Name, day) ? 1.9 : 1)), 2);
                var count = leadsOf.GetValueOrDefault((source.Name, day));
                var clicks = (count * source.ClicksPerLead) + random.Whole(3, 40);
                file.Row(day, source.Name, amount, source.Campaign, "EUR", clicks * random.Whole(25, 60), clicks, count);
            }
        }

        return file.Rows;
    }
}
