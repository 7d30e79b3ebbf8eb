namespace SalesReports.Local.Sample;

/// <param name="From">The day of the first order; those of before the first day are customers from the beginning.</param>
/// <param name="Until">The last day on which it may order.</param>
/// <param name="Appetite">How often it orders against the others, mean 1.</param>
/// <param name="Size">How large its orders are against the others.</param>
internal sealed record SampleCustomer(
    string Id, string Name, string Domain, string Segment, string Territory, string Country, string Postcode, string Currency, SampleRep Owner,
    DateOnly From, DateOnly Until, double Appetite, double Size, double DigitalShare, bool IsNew)
{
    public bool BuysOn(DateOnly day) => day >= From && day <= Until;
}

/// <summary>
/// About four hundred invented companies: 260 from the beginning, the others won on the way; one in seven leaves each year.
/// </summary>
internal static class SampleCustomers
{
    public const int AtTheBeginning = 260;
    public const int WonOnTheWay = 140;
    private const double YearlyLoss = 0.14;

    private static readonly (string Name, double Share, double Size)[] Segments =
        [("Grands comptes", 0.10, 2.0), ("ETI", 0.25, 1.3), ("PME", 0.50, 0.75), ("Secteur public", 0.15, 1.05)];

    private static readonly (string Name, string Team, string Country, string Departments, string Currency, double Share)[] Territories =
    [
        ("Hauts-de-France", "Nord", "FR", "59 62 80", "EUR", 0.20),
        ("Île-de-France", "Nord", "FR", "75 77 78 91 92", "EUR", 0.30),
        ("Ouest", "Sud", "FR", "29 35 44 56", "EUR", 0.16),
        ("Auvergne-Rhône-Alpes", "Sud", "FR", "38 42 63 69", "EUR", 0.16),
        ("Occitanie", "Sud", "FR", "31 34 81", "EUR", 0.12),
        ("Export Royaume-Uni", "Nord", "GB", "10 20 30", "GBP", 0.03),
        ("Export Amérique", "Sud", "US", "10 33 60", "USD", 0.03),
    ];

    public static IReadOnlyList<SampleCustomer> Make(SampleRandom random, SampleCalendar calendar)
    {
        var names = new SampleNames(random);
        var customers = new List<SampleCustomer>();
        for (var number = 1; number <= AtTheBeginning + WonOnTheWay; number++)
        {
            customers.Add(Make(random, calendar, names.Next(), number));
        }

        return customers;
    }

    public static void Write(string folder, IReadOnlyList<SampleCustomer> customers, SampleStories stories)
    {
        using var file = new SampleFile(folder, "customers.csv", "customer_id,name,domain,vat_number,external_id,segment,territory,country,postcode,owner_id");
        foreach (var customer in customers)
        {
            file.Row(
                customer.Id, customer.Name, SampleTwins.DomainOf(customer, customers, stories), SampleTwins.VatNumber(customer), $"ERP-{customer.Id[1..]}", customer.Segment, customer.Territory, customer.Country,
                customer.Postcode, customer.Owner.Id);
        }

        SampleTwins.Write(file, customers, stories);
    }

    private static SampleCustomer Make(SampleRandom random, SampleCalendar calendar, string name, int number)
    {
        var segment = Segments[random.Weighted([.. Segments.Select(segment => segment.Share)])];
        var territory = Territories[random.Weighted([.. Territories.Select(territory => territory.Share)])];
        var isNew = number > AtTheBeginning;

        // A deal comes before the first order of those won on the way, so they begin a while after the first day.
        var from = isNew
            ? SampleCalendar.WorkingDayUntil(calendar.FirstDay.AddDays(random.Whole(100, calendar.Days.Count - 5)))
            : calendar.FirstDay;
        return new SampleCustomer(
            $"C{number:D4}", name, SampleNames.DomainOf(name), segment.Name, territory.Name, territory.Country,
            random.Pick(territory.Departments.Split(' ')) + $"{random.Whole(0, 99) * 10:D3}", territory.Currency,
            SampleReps.Draw(random, territory.Team), from, LastDayOf(random, from), random.Skewed(), segment.Size * random.Between(0.7, 1.3),
            random.Between(0.1, 0.6), isNew);
    }

    /// <summary>A year survived is drawn anew for each year; who stays for all of them has no end.</summary>
    private static DateOnly LastDayOf(SampleRandom random, DateOnly from)
    {
        for (var year = 0; year < 3; year++)
        {
            if (random.Chance(YearlyLoss))
            {
                return from.AddDays((year * 365) + random.Whole(30, 364));
            }
        }

        return DateOnly.MaxValue;
    }
}
