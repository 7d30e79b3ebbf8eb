namespace SalesReports.Local.Sample;

/// <summary>What was written.</summary>
/// <param name="Customers">Companies; a web shop knows some of them a second time.</param>
public sealed record SampleSummary(
    DateOnly FirstDay, DateOnly LastDay, int Orders, int OrderLines, int Opportunities, int Leads, int SpendDays, int Quotes, int Customers, int Products, int Targets);

/// <summary>
/// The sample company: an invented French maker of lighting and furniture for places of work, with three years of business as
/// canonical CSV files. The same seed and last day give the same bytes; nothing in it is dated later than the last day but
/// what people expect (closing dates, targets).
/// </summary>
public static class SampleCompany
{
    /// <summary>Writes the files, over those of an earlier run; the folder is made if it is missing.</summary>
    public static SampleSummary Write(string folder, int seed, DateOnly lastDay)
    {
        Directory.CreateDirectory(folder);
        var calendar = new SampleCalendar(lastDay);
        var rates = new SampleRates(new SampleRandom(seed, "rates"), calendar);
        var products = SampleProducts.Make(new SampleRandom(seed, "products"));
        var everybody = SampleCustomers.Make(new SampleRandom(seed, "customers"), calendar);
        var stories = SampleStories.Plan(calendar, everybody);
        var customers = stories.Cast(everybody);
        IReadOnlyList<SampleDeal> deals =
        [
            .. SampleDeals.Make(new SampleRandom(seed, "deals"), calendar, stories, customers, products), .. SamplePhantoms.Make(stories, customers, products),
        ];
        var leads = SampleLeads.Make(new SampleRandom(seed, "leads"), calendar, stories, deals);
        var lines = new SampleLines(new SampleRandom(seed, "lines"), calendar, rates, products, new SampleTastes(new SampleRandom(seed, "tastes"), customers, products));
        var orders = new SampleOrders(new SampleRandom(seed, "orders"), calendar, lines).Make(customers, deals, new SampleStoryOrders(calendar, stories, lines, products).Make(customers));

        SampleReps.Write(folder);
        SampleStages.Write(folder);
        SampleProducts.Write(folder, products, calendar.YearOf(lastDay));
        SampleCustomers.Write(folder, customers, stories);
        SampleTwins.WriteDecisions(folder, stories);
        rates.Write(folder);
        SampleDealFiles.Write(folder, new SampleRandom(seed, "deal files"), deals);
        SampleLeads.Write(folder, leads);
        return new SampleSummary(
            calendar.FirstDay, lastDay, orders.Count, SampleOrderFile.Write(folder, orders, order => SampleTwins.CustomerIdOf(order, stories, calendar)), deals.Count, leads.Count,
            SampleSpend.Write(folder, new SampleRandom(seed, "spend"), calendar, stories, leads),
            SampleQuotes.Write(folder, new SampleRandom(seed, "quotes"), calendar, deals, customers),
            customers.Count, products.Count,
            SampleTargets.Write(folder, new SampleRandom(seed, "targets"), calendar, rates, orders));
    }
}
