namespace SalesReports.Local.Sample;

internal sealed record SampleLead(
    DateTime CreatedAt, SampleSource Source, string Status, string? DisqualifiedReason, DateTime? FirstContactAt, SampleDeal? Deal, SampleRep Owner);

/// <summary>About 9,000 leads: one before each deal that came through marketing, and those that led nowhere.</summary>
internal static class SampleLeads
{
    private const int Total = 9000;

    private const string WrongPeople = "Hors cible";

    private static readonly string[] Reasons = ["Budget insuffisant", WrongPeople, "Injoignable", "Étudiant", "Doublon"];

    public static IReadOnlyList<SampleLead> Make(SampleRandom random, SampleCalendar calendar, SampleStories stories, IReadOnlyList<SampleDeal> deals)
    {
        var leads = deals.Where(deal => SampleSources.Find(deal.LeadSource) is not null).Select(deal => BeforeDeal(random, calendar, deal)).ToList();
        var expected = calendar.Spread(Total - leads.Count);
        for (var i = 0; i < calendar.Days.Count; i++)
        {
            for (var left = random.Count(expected[i]); left > 0; left--)
            {
                leads.Add(WithoutDeal(random, calendar, stories, calendar.Days[i]));
            }
        }

        return [.. leads.OrderBy(lead => lead.CreatedAt)];
    }

    public static void Write(string folder, IReadOnlyList<SampleLead> leads)
    {
        using var file = new SampleFile(
            folder, "leads.csv",
            "lead_id,created_at,source,campaign,status,disqualified_reason,first_contact_at,converted_at,opportunity_id,customer_id,owner_id");
        foreach (var (lead, number) in leads.Select((lead, index) => (lead, index + 1)))
        {
            file.Row(
                $"L{number:D6}", lead.CreatedAt, lead.Source.Name, lead.Source.Campaign, lead.Status, lead.DisqualifiedReason, lead.FirstContactAt,
                lead.Deal?.CreatedAt, lead.Deal?.Id, lead.Deal?.Customer?.Id, lead.Owner.Id);
        }
    }

    private static SampleLead BeforeDeal(SampleRandom random, SampleCalendar calendar, SampleDeal deal)
    {
        var dealDay = DateOnly.FromDateTime(deal.CreatedAt);
        var earliest = Math.Max(calendar.FirstDay.DayNumber, dealDay.DayNumber - 25);
        var created = SampleCalendar.At(DateOnly.FromDayNumber(random.Whole(earliest, dealDay.DayNumber - 1)), random, 7, 22);
        var contact = Contact(random, created);
        return new SampleLead(
            created, SampleSources.Find(deal.LeadSource)!, "converted", null, contact < deal.CreatedAt ? contact : deal.CreatedAt, deal, deal.Rep);
    }

    private static SampleLead WithoutDeal(SampleRandom random, SampleCalendar calendar, SampleStories stories, DateOnly day)
    {
        var created = SampleCalendar.At(day, random, 7, 22);
        var isFresh = calendar.LastDay.DayNumber - day.DayNumber < random.Whole(3, 30);
        var source = SampleSources.DrawForLead(random, stories, day);
        var isBad = stories.IsBad(source.Name, day);
        var status = isFresh ? "new" : random.Chance(isBad ? 0.95 : 0.62) ? "disqualified" : "qualified";
        var contact = Contact(random, created);
        var isContacted = status != "new" && DateOnly.FromDateTime(contact) <= calendar.LastDay;
        return new SampleLead(
            created, source, status, status != "disqualified" ? null : isBad ? WrongPeople : random.Pick(Reasons), isContacted ? contact : null, null,
            random.Pick(SampleReps.All));
    }

    /// <summary>Somebody calls back within minutes or a few working days.</summary>
    private static DateTime Contact(SampleRandom random, DateTime created)
    {
        var contact = created.AddHours(0.2 + (14 * random.Skewed()));
        var day = DateOnly.FromDateTime(contact);
        return contact.Hour is >= 8 and < 19 && SampleCalendar.IsWorkingDay(day)
            ? contact
            : SampleCalendar.At(SampleCalendar.WorkingDayFrom(day.AddDays(contact.Hour >= 19 ? 1 : 0)), random, 8, 11) is var morning && morning > created
                ? morning
                : contact;
    }
}
