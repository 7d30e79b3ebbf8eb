using SalesReports.Calendar;

namespace SalesReports.Local.Sample;

/// <summary>
/// What was planted in the sample company, by ids and days, so that the sections of a report can be held against it. All of it
/// lies in the complete months before the last day.
/// </summary>
/// <param name="End">The day after the last complete month.</param>
/// <param name="DiscountFrom">From here to <paramref name="End"/>, three months, revenue goes up and margin down.</param>
/// <param name="DiscountReps">Who buys that revenue with discounts.</param>
/// <param name="DiscountCustomers">Who gets them, two of each rep.</param>
/// <param name="Silent">Ordered every ten days and stopped, the first 45 days before <paramref name="End"/>, the second 60.</param>
/// <param name="Dwindling">Orders as often as before, but since four months for a third of the money and of one category.</param>
/// <param name="Seasonal">Order every month, six times as much from March to May: quiet, not gone.</param>
/// <param name="Twins">Customers and the ids under which a web shop knows them.</param>
/// <param name="SharedDomain">Two companies with one domain and two VAT numbers: for people to look at.</param>
/// <param name="KeptApart">Two with one domain that an operator keeps apart.</param>
/// <param name="Phantoms">Large deals that nobody will close, by id.</param>
/// <param name="BadSource">The lead source that costs twice as much and brings the wrong people since <paramref name="BadSourceFrom"/>.</param>
internal sealed record SampleStories(
    DateOnly End,
    DateOnly DiscountFrom,
    IReadOnlyList<string> DiscountReps,
    IReadOnlyList<string> DiscountCustomers,
    IReadOnlyList<string> Silent,
    string Dwindling,
    IReadOnlyList<string> Seasonal,
    IReadOnlyList<(string Customer, string Other)> Twins,
    (string One, string Other) SharedDomain,
    (string One, string Other) KeptApart,
    IReadOnlyList<string> Phantoms,
    string BadSource,
    DateOnly BadSourceFrom)
{
    public const int PhantomCount = 5;

    private static readonly string[] Discounters = ["R02", "R06"];

    /// <summary>Written by hand, so that they are the same for a seed and no stream of random numbers moves.</summary>
    public bool IsScripted(string customer) => Silent.Contains(customer) || Seasonal.Contains(customer) || customer == Dwindling;

    public DateOnly SilentSince(string customer) => End.AddDays(customer == Silent[0] ? -45 : -60);

    public DateOnly DwindlingFrom => End.AddMonths(-4);

    public bool IsBad(string source, DateOnly day) => source == BadSource && day >= BadSourceFrom;

    public static SampleStories Plan(SampleCalendar calendar, IReadOnlyList<SampleCustomer> customers)
    {
        var end = Period.MonthOf(calendar.LastDay.AddDays(1)).Start;
        var faithful = customers.Where(c => c is { IsNew: false, Country: "FR" } && c.Until == DateOnly.MaxValue).ToList();
        var discounted = Discounters.SelectMany(rep => faithful.Where(c => c.Owner.Id == rep).Take(2)).ToList();
        var others = new Queue<string>(faithful.Except(discounted).Select(c => c.Id));
        IReadOnlyList<string> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => others.Dequeue())];
        var (silent, dwindling, seasonal, shared, apart) = (Next(2), Next(1)[0], Next(3), Next(2), Next(2));
        var digital = customers.Where(c => others.Contains(c.Id)).OrderByDescending(c => c.DigitalShare * c.Appetite).Take(2);
        return new SampleStories(
            end, end.AddMonths(-3), Discounters, [.. discounted.Select(c => c.Id)], silent, dwindling, seasonal,
            [.. digital.Select(c => (c.Id, $"WEB-{c.Id[1..]}"))], (shared[0], shared[1]), (apart[0], apart[1]),
            [.. Enumerable.Range(1, PhantomCount).Select(number => $"OP-9{number:D5}")], "paid_social", end.AddMonths(-5));
    }

    /// <summary>Who is scripted takes no part in what is drawn.</summary>
    public IReadOnlyList<SampleCustomer> Cast(IReadOnlyList<SampleCustomer> customers) => [.. customers.Select(c => IsScripted(c.Id) ? c with { Appetite = 0 } : c)];
}
