using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>Which source leads, deals, spend and new customers belong to, as a report's end sees it. Source: metrics.md, 9.</summary>
internal sealed class LeadSources(SectionInputs inputs)
{
    public const string Unknown = "unknown";

    private readonly ILookup<string, Lead> _leads = inputs.Leads
        .Where(lead => lead is { Deleted: false, CustomerId: not null } && lead.CreatedAt.Day < inputs.Period.End)
        .ToLookup(lead => lead.CustomerId!, StringComparer.Ordinal);

    private readonly ILookup<string, Opportunity> _won = inputs.Deals
        .Where(deal => deal is { Deleted: false, CustomerId: not null, Outcome: Outcome.Won } && deal.ClosedAt?.Day < inputs.Period.End)
        .ToLookup(deal => deal.CustomerId!, StringComparer.Ordinal);

    /// <summary>Spend of a channel belongs to the source it is mapped to, else to the source of the same name.</summary>
    public string OfSpend(SpendAmount spend) => inputs.SourceChannels.GetValueOrDefault(spend.Channel, spend.Channel);

    public static string OfDeal(Opportunity deal) => deal.LeadSource ?? Unknown;

    /// <summary>Of the earliest lead, else of the first order, else of the earliest won opportunity, else <see cref="Unknown"/>.</summary>
    public string OfNewCustomer(Rollups.FirstOrder first) =>
        _leads[first.CustomerId].OrderBy(lead => lead.CreatedAt).ThenBy(lead => lead.Id, StringComparer.Ordinal).FirstOrDefault()?.LeadSource
        ?? OfFirstOrder(first)
        ?? _won[first.CustomerId].OrderBy(deal => deal.ClosedAt).ThenBy(deal => deal.Id, StringComparer.Ordinal).FirstOrDefault()?.LeadSource
        ?? Unknown;

    /// <summary>Orders of one day come without their order in it: the first source by name is taken.</summary>
    private string? OfFirstOrder(Rollups.FirstOrder first) => inputs.Sales.AllBetween(first.Day, first.Day.AddDays(1))
        .Where(sale => sale.CustomerId == first.CustomerId && sale.PositiveOrders > 0)
        .Select(sale => sale.LeadSource).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
}
