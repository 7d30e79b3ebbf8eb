using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each lead source cost and brought. Source: metrics.md, marketing.</summary>
internal static class PlainMarketing
{
    private const int MatureDays = 90;

    public static JsonObject Of(PlainBook book, PlainPeriod month) => IsUnknown(book, month.End) ? new() : new()
    {
        ["sources"] = Sources(book, month),
        ["cohorts"] = Cohorts(book, month),
        ["newCustomerSources"] = new JsonObject(NewCustomers(book, month).Select(own => KeyValuePair.Create(own.Customer, (JsonNode?)own.Source))),
        ["paidCacBySource"] = PaidCac(book, month),
        ["disqualificationReasons"] = Disqualified(book, month),
    };

    /// <summary>Without a lead and without spend nothing can be said of marketing.</summary>
    private static bool IsUnknown(PlainBook book, DateOnly end) => !book.World.Leads.Any(lead => lead.Day < end) && !book.Spend(DateOnly.MinValue, end).Any();

    private static JsonArray Sources(PlainBook book, PlainPeriod month)
    {
        var (leads, spend) = (book.World.Leads.Where(lead => lead.Day >= month.Start && lead.Day < month.End).ToList(), book.Spend(month.Start, month.End).ToList());
        var created = book.World.Deals.Where(deal => deal.Created >= month.Start && deal.Created < month.End).ToList();
        var won = book.World.Deals.Where(deal => deal.Outcome == "won" && deal.Closed >= month.Start && deal.Closed < month.End).ToList();
        var sources = leads.Select(lead => lead.Source).Concat(spend.Select(fact => fact.Source)).Concat(created.Concat(won).Select(SourceOf));
        var cac = PaidCac(book, month).ToDictionary(row => row!["source"]!.GetValue<string>(), StringComparer.Ordinal);
        return
        [
            .. sources.Concat(cac.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(source => Source(
                book, source, month.End, leads.FindAll(lead => lead.Source == source), spend.FindAll(fact => fact.Source == source),
                created.Count(deal => SourceOf(deal) == source), won.FindAll(deal => SourceOf(deal) == source), cac.GetValueOrDefault(source))),
        ];
    }

    private static JsonObject Source(PlainBook book, string source, DateOnly end, List<PlainLead> leads, List<(string Source, decimal Amount)> spend, int created, List<PlainDeal> won, JsonNode? cac)
    {
        decimal? cost = spend.Count == 0 ? null : spend.Sum(fact => fact.Amount);
        return new()
        {
            ["id"] = source,
            ["spend"] = cost,
            ["leads"] = leads.Count,
            ["qualified"] = leads.Count(lead => IsQualified(lead, end)),
            ["opportunities"] = created,
            ["won"] = won.Count,
            ["paidCac"] = cac?["value"]?.DeepClone(),
            ["costPerLead"] = cost?.Over(leads.Count),
            ["revenueOfWon"] = won.Sum(deal => Amount(book, deal)),
        };
    }

    /// <summary>At the rate of the creation day, as opportunity amounts always are; without such a day left out.</summary>
    private static decimal Amount(PlainBook book, PlainDeal deal) =>
        (deal.Amount is { } amount && deal.Created is { } day ? book.World.Convert(amount, deal.Currency, day) : null) ?? 0;

    /// <summary>Leads of 12 months by source and month of creation; age = report end − end of that month.</summary>
    private static JsonArray Cohorts(PlainBook book, PlainPeriod month) =>
    [
        .. book.World.Leads.Where(lead => lead.Day >= month.Before(11).Start && lead.Day < month.End).GroupBy(lead => (lead.Source, Month: PlainPeriod.MonthOf(lead.Day)))
            .OrderBy(cohort => cohort.Key.Source, StringComparer.Ordinal).ThenBy(cohort => cohort.Key.Month.Start)
            .Select(cohort => Cohort(book, cohort.Key.Source, cohort.Key.Month, [.. cohort], month.End)),
    ];

    private static JsonObject Cohort(PlainBook book, string source, PlainPeriod created, List<PlainLead> leads, DateOnly end)
    {
        var converted = leads.Count(lead => IsConverted(lead, end));
        return new()
        {
            ["source"] = source,
            ["cohort"] = created.Name,
            ["leads"] = leads.Count,
            ["qualified"] = leads.Count(lead => IsQualified(lead, end)),
            ["converted"] = converted,
            ["conversion"] = (decimal)converted / leads.Count,
            ["interval"] = PlainNumbers.Wilson(converted, leads.Count),
            ["smallSample"] = leads.Count < book.World.Settings.MinimumSample,
            ["ageDays"] = end.DayNumber - created.End.DayNumber,
            ["mature"] = end.DayNumber - created.End.DayNumber >= MatureDays,
        };
    }

    /// <summary>As of the report's end: a conversion that came later has not happened yet.</summary>
    private static bool IsConverted(PlainLead lead, DateOnly end) => lead.Status == "converted" && (lead.ConvertedAt is null || DateOnly.FromDateTime(lead.ConvertedAt.Value) < end);

    /// <summary>A converted lead is a qualified one.</summary>
    private static bool IsQualified(PlainLead lead, DateOnly end) => lead.Status == "qualified" || IsConverted(lead, end);

    private static string SourceOf(PlainDeal deal) => deal.LeadSource ?? "unknown";

    /// <summary>Of the leads created in the month.</summary>
    private static JsonArray Disqualified(PlainBook book, PlainPeriod month) =>
    [
        .. book.World.Leads.Where(lead => lead.Status == "disqualified" && lead.Day >= month.Start && lead.Day < month.End).GroupBy(lead => lead.Reason, StringComparer.Ordinal)
            .Select(same => new JsonObject { ["reason"] = same.Key, ["count"] = same.Count() }),
    ];

    /// <summary>Spend of the trailing three months ÷ their new customers, by source.</summary>
    private static JsonArray PaidCac(PlainBook book, PlainPeriod month)
    {
        var (spend, newcomers) = (book.Spend(month.Before(2).Start, month.End).ToLookup(fact => fact.Source, fact => fact.Amount, StringComparer.Ordinal), NewCustomers(book, month));
        return book.World.Scope != "company" ? [] :
        [
            .. spend.Select(own => own.Key).Union(newcomers.Select(own => own.Source), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(source =>
            {
                var (cost, count) = (spend.Contains(source) ? spend[source].Sum() : (decimal?)null, newcomers.Count(own => own.Source == source));
                return new JsonObject { ["source"] = source, ["spend"] = cost, ["newCustomers"] = count, ["value"] = cost?.Over(count) };
            }),
        ];
    }

    /// <summary>Acquisition is not split below the company: nobody there.</summary>
    private static List<(string Customer, string Source)> NewCustomers(PlainBook book, PlainPeriod month) =>
    [
        .. book.FirstOrders.Where(own => book.World.Scope == "company" && own.Value.Day >= month.Before(2).Start && own.Value.Day < month.End).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => (own.Key, SourceOf(book, own.Key, own.Value, month.End))),
    ];

    /// <summary>The earliest lead's, else the first order's, else the earliest won opportunity's, else unknown.</summary>
    private static string SourceOf(PlainBook book, string customer, PlainFirstOrder first, DateOnly end)
    {
        var lead = book.World.Leads.Where(lead => lead.Customer == customer && lead.Day < end).OrderBy(lead => lead.CreatedAt).ThenBy(lead => lead.Id, StringComparer.Ordinal).FirstOrDefault();
        var deal = book.World.Deals.Where(deal => deal.Customer == customer && deal.Outcome == "won" && deal.Closed < end).OrderBy(deal => deal.ClosedAt).ThenBy(deal => deal.Id, StringComparer.Ordinal).FirstOrDefault();
        return lead?.Source ?? first.LeadSource ?? deal?.LeadSource ?? "unknown";
    }
}
