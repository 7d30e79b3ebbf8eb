using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each lead source cost and brought. Source: metrics.md, marketing.</summary>
internal static class PlainMarketing
{
    private const int MatureDays = 90;

    public static JsonObject Of(PlainBook book, PlainPeriod month) => new()
    {
        ["sources"] = Sources(book, month),
        ["cohorts"] = Cohorts(book, month),
        ["newCustomerSources"] = new JsonObject(NewCustomers(book, month).Select(own => KeyValuePair.Create(own.Customer, (JsonNode?)own.Source))),
        ["paidCacBySource"] = PaidCac(book, month),
    };

    private static JsonArray Sources(PlainBook book, PlainPeriod month)
    {
        var (leads, spend) = (book.World.Leads.Where(lead => lead.Day >= month.Start && lead.Day < month.End).ToList(), book.Spend(month.Start, month.End).ToList());
        var created = book.World.Deals.Where(deal => deal.LeadSource is not null && deal.Created >= month.Start && deal.Created < month.End).ToList();
        var won = book.World.Deals.Where(deal => deal.LeadSource is not null && deal.Outcome == "won" && deal.Closed >= month.Start && deal.Closed < month.End).ToList();
        var sources = leads.Select(lead => lead.Source).Concat(spend.Select(fact => fact.Source)).Concat(created.Concat(won).Select(deal => deal.LeadSource!));
        return
        [
            .. sources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(source => Source(
                book, source, leads.FindAll(lead => lead.Source == source), spend.FindAll(fact => fact.Source == source),
                created.Count(deal => deal.LeadSource == source), won.FindAll(deal => deal.LeadSource == source))),
        ];
    }

    private static JsonObject Source(PlainBook book, string source, List<PlainLead> leads, List<(string Source, decimal Amount)> spend, int created, List<PlainDeal> won)
    {
        decimal? cost = spend.Count == 0 ? null : spend.Sum(fact => fact.Amount);
        return new()
        {
            ["id"] = source,
            ["spend"] = cost,
            ["leads"] = leads.Count,
            ["qualified"] = leads.Count(IsQualified),
            ["opportunities"] = created,
            ["won"] = won.Count,
            ["costPerLead"] = cost?.Over(leads.Count),
            ["wonAmount"] = won.Sum(deal => Amount(book, deal)),
            ["disqualified"] = new JsonObject(leads.Where(lead => lead is { Status: "disqualified", Reason: not null }).GroupBy(lead => lead.Reason!, StringComparer.Ordinal)
                .Select(same => KeyValuePair.Create(same.Key, (JsonNode?)same.Count()))),
        };
    }

    /// <summary>At the rate of the creation day, as opportunity amounts always are.</summary>
    private static decimal Amount(PlainBook book, PlainDeal deal) =>
        (deal.Amount is { } amount && (deal.Created ?? deal.Closed) is { } day ? book.World.Convert(amount, deal.Currency, day) : null) ?? 0;

    /// <summary>Leads by source and month of creation; age = report end − end of that month.</summary>
    private static JsonArray Cohorts(PlainBook book, PlainPeriod month) =>
    [
        .. book.World.Leads.Where(lead => lead.Day < month.End).GroupBy(lead => (lead.Source, Month: PlainPeriod.MonthOf(lead.Day)))
            .OrderBy(cohort => cohort.Key.Source, StringComparer.Ordinal).ThenBy(cohort => cohort.Key.Month.Start)
            .Select(cohort => Cohort(book, cohort.Key.Source, cohort.Key.Month, [.. cohort], month.End)),
    ];

    private static JsonObject Cohort(PlainBook book, string source, PlainPeriod created, List<PlainLead> leads, DateOnly end)
    {
        var converted = leads.Count(lead => lead.Status == "converted");
        return new()
        {
            ["source"] = source,
            ["cohort"] = created.Name,
            ["leads"] = leads.Count,
            ["qualified"] = leads.Count(IsQualified),
            ["converted"] = converted,
            ["conversion"] = (decimal)converted / leads.Count,
            ["interval"] = PlainNumbers.Wilson(converted, leads.Count),
            ["smallSample"] = leads.Count < book.World.Settings.MinimumSample,
            ["ageDays"] = end.DayNumber - created.End.DayNumber,
            ["mature"] = end.DayNumber - created.End.DayNumber >= MatureDays,
        };
    }

    /// <summary>A converted lead is a qualified one.</summary>
    private static bool IsQualified(PlainLead lead) => lead.Status is "qualified" or "converted";

    /// <summary>Spend of the trailing three months ÷ their new customers, by source.</summary>
    private static JsonArray PaidCac(PlainBook book, PlainPeriod month)
    {
        var (spend, newcomers) = (book.Spend(month.Before(2).Start, month.End).ToLookup(fact => fact.Source, fact => fact.Amount, StringComparer.Ordinal), NewCustomers(book, month));
        return
        [
            .. spend.Select(own => own.Key).Union(newcomers.Select(own => own.Source), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(source =>
            {
                var (cost, count) = (spend.Contains(source) ? spend[source].Sum() : (decimal?)null, newcomers.Count(own => own.Source == source));
                return new JsonObject { ["source"] = source, ["spend"] = cost, ["newCustomers"] = count, ["value"] = cost?.Over(count) };
            }),
        ];
    }

    private static List<(string Customer, string Source)> NewCustomers(PlainBook book, PlainPeriod month) =>
    [
        .. book.FirstOrders.Where(own => own.Value.Day >= month.Before(2).Start && own.Value.Day < month.End).OrderBy(own => own.Key, StringComparer.Ordinal)
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
