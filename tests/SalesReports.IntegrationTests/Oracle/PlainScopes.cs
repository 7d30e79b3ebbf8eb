namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Who sees what. Source: metrics.md, rule 10.</summary>
internal static class PlainScopes
{
    /// <summary>The booked orders and returns, in file order.</summary>
    public static IEnumerable<Sale> Sales(this PlainWorld world) =>
        world.Orders.Where(order => order.Status is "booked" or "return").Select(order => Sale.Of(order, world));

    /// <summary>The order's rep, else the customer's owner, else nobody.</summary>
    public static string? SellerOf(this PlainWorld world, PlainOrder order) => order.Rep ?? world.Customers.GetValueOrDefault(order.Customer)?.Owner;

    public static string? TeamOf(this PlainWorld world, string? rep) => rep is null ? null : world.Reps.GetValueOrDefault(rep)?.Team;

    /// <summary>Orders by seller, opportunities and quotes by rep, leads by owner; first orders stay the company's.</summary>
    public static PlainWorld Cut(this PlainWorld world, string scope)
    {
        if (scope == "company")
        {
            return world;
        }

        bool Sees(string? rep) => rep is not null && (scope.StartsWith("rep:", StringComparison.Ordinal) ? scope == "rep:" + rep : world.TeamOf(rep) is { } team && scope == "team:" + team);
        return world with
        {
            Scope = scope,
            Orders = [.. world.Orders.Where(order => Sees(world.SellerOf(order)))],
            Deals = [.. world.Deals.Where(deal => Sees(deal.Rep))],
            RemovedDeals = [.. world.RemovedDeals.Where(deal => Sees(deal.Rep))],
            Leads = [.. world.Leads.Where(lead => Sees(lead.Owner))],
            Quotes = [.. world.Quotes.Where(quote => Sees(quote.Rep))],
            Spend = [],
            Reps = world.Reps.Where(rep => Sees(rep.Key)).ToDictionary(StringComparer.Ordinal),
            CompanyFirstOrders = world.FirstOrders(),
            CompanyOrdersBegan = world.OrdersBegan(),
        };
    }

    /// <summary>Data begin with the company's first order fact: from then on a part that sold nothing has sold for 0. Source: metrics.md, rule 5.</summary>
    public static DateOnly? OrdersBegan(this PlainWorld world) => world.CompanyOrdersBegan ?? (world.Orders.Count == 0 ? null : world.Orders.Min(order => order.Day));

    /// <summary>Customer to the first booked order ever with net above zero; of several on a day the first by id.</summary>
    public static IReadOnlyDictionary<string, PlainFirstOrder> FirstOrders(this PlainWorld world) => world.CompanyFirstOrders ?? world.Sales()
        .Where(sale => sale.IsOrder).GroupBy(sale => sale.Customer, StringComparer.Ordinal)
        .ToDictionary(own => own.Key, own => own.OrderBy(sale => sale.Day).ThenBy(sale => sale.Id, StringComparer.Ordinal).Select(sale => new PlainFirstOrder(sale.Day, sale.LeadSource)).First(), StringComparer.Ordinal);
}
