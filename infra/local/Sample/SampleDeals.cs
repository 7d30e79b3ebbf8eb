namespace SalesReports.Local.Sample;

/// <param name="Customer">Null for a prospect that never became one.</param>
/// <param name="LeadSource">A marketing source, or the customer relation itself.</param>
/// <param name="ClosedAt">Null while open on the last day.</param>
/// <param name="Outcome"><c>open</c>, <c>won</c> or <c>lost</c>.</param>
internal sealed record SampleDeal(
    string Id, string Name, SampleCustomer? Customer, SampleRep Rep, SampleProduct Product, string LeadSource, string Currency,
    DateTime CreatedAt, DateTime? ClosedAt, string Outcome, string? LostReason, SampleDealHistory History);

/// <summary>About 6,000 opportunities: one for each customer won on the way, prospects that were not, and deals with customers.</summary>
internal static class SampleDeals
{
    public const string CustomerRelation = "customer";
    private const int Total = 6000;
    private const int LostProspects = 1000;

    /// <summary>Of the deals with customers; with the prospects, a good quarter of all is won.</summary>
    private const double CustomerWinRate = 0.295;

    private static readonly string[] LostReasons = ["Prix", "Délai", "Concurrent", "Projet abandonné", "Sans réponse"];

    private static readonly string[] Projects = ["Siège", "Agence", "Étage", "Salle de réunion", "Accueil", "Plateau", "Atelier"];

    public static IReadOnlyList<SampleDeal> Make(
        SampleRandom random, SampleCalendar calendar, SampleStories stories, IReadOnlyList<SampleCustomer> customers, IReadOnlyList<SampleProduct> products)
    {
        var plans = customers.Where(customer => customer.IsNew).Select(customer => FirstDealOf(random, calendar, customer))
            .Concat(OnTheWay(random, calendar, LostProspects, _ => null))
            .Concat(OnTheWay(random, calendar, Total - LostProspects - SampleCustomers.WonOnTheWay, day => CustomerOn(random, customers, day)))
            .OrderBy(plan => plan.Created)
            .ToArray();
        return [.. plans.Select((plan, index) => Make(random, calendar, stories, products, plan, index + 1))];
    }

    private static Plan FirstDealOf(SampleRandom random, SampleCalendar calendar, SampleCustomer customer)
    {
        var created = SampleCalendar.WorkingDayUntil(customer.From.AddDays(-DaysToClose(random)));
        return new Plan(created < calendar.FirstDay ? calendar.FirstDay : created, customer.From, customer, Won: true);
    }

    private static IEnumerable<Plan> OnTheWay(SampleRandom random, SampleCalendar calendar, int total, Func<DateOnly, SampleCustomer?> customerOn)
    {
        var expected = calendar.Spread(total);
        for (var i = 0; i < calendar.Days.Count; i++)
        {
            for (var left = random.Count(expected[i]); left > 0; left--)
            {
                var created = calendar.Days[i];
                var customer = customerOn(created);
                var won = customer is not null && random.Chance(CustomerWinRate);
                var close = SampleCalendar.WorkingDayFrom(created.AddDays(DaysToClose(random) + (won ? 0 : random.Whole(0, 12))));
                yield return new Plan(created, close, customer, won && customer!.BuysOn(close));
            }
        }
    }

    /// <summary>Between 17 and about 120 days, half of them under 50.</summary>
    private static int DaysToClose(SampleRandom random)
    {
        var part = random.Unit();
        return 17 + (int)(40 * part / (1 - (0.62 * part)));
    }

    private static SampleCustomer CustomerOn(SampleRandom random, IReadOnlyList<SampleCustomer> customers, DateOnly day)
    {
        SampleCustomer customer;
        do
        {
            customer = random.Pick(customers);
        }
        while (!customer.BuysOn(day) || customer.Appetite == 0 || (customer.IsNew && customer.From == day));

        return customer;
    }

    private static SampleDeal Make(SampleRandom random, SampleCalendar calendar, SampleStories stories, IReadOnlyList<SampleProduct> products, Plan plan, int number)
    {
        var rep = plan.Customer?.Owner ?? random.Pick(SampleReps.All);
        var createdAt = SampleCalendar.At(plan.Created, random);

        // Some deals nobody closes: they stay open past every date, and the report calls them phantoms.
        var forgotten = !plan.Won && random.Chance(0.015);
        var closedAt = plan.Close <= calendar.LastDay && !forgotten ? SampleCalendar.At(plan.Close, random, 9) : (DateTime?)null;
        var outcome = closedAt is null ? "open" : plan.Won ? "won" : "lost";
        var product = random.Pick(products);
        var history = SampleDealHistory.Make(random, calendar, createdAt, plan, closedAt, forgotten);
        return new SampleDeal(
            $"OP-{number:D6}", $"{random.Pick(Projects)} {plan.Customer?.Name.Split(' ')[0] ?? $"prospect {number}"}", plan.Customer, rep, product,
            SourceOf(random, calendar, stories, plan), plan.Customer?.Currency ?? "EUR", createdAt, closedAt, outcome,
            outcome == "lost" ? random.Pick(LostReasons) : null, history);
    }

    /// <summary>Prospects come through marketing, and so do three deals in ten with customers.</summary>
    private static string SourceOf(SampleRandom random, SampleCalendar calendar, SampleStories stories, Plan plan)
    {
        var throughMarketing = plan.Customer is not { IsNew: false } || random.Chance(0.3);

        // A lead is at least a day older than its deal, which the first day leaves no room for.
        return throughMarketing && plan.Created > calendar.FirstDay ? SampleSources.DrawForDeal(random, stories, plan.Created).Name : CustomerRelation;
    }

    internal sealed record Plan(DateOnly Created, DateOnly Close, SampleCustomer? Customer, bool Won);
}
