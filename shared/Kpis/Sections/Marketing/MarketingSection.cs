using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>What marketing brought and cost, by lead source. Source: metrics.md, 9.</summary>
/// <param name="PaidCacBySource">Empty below the company.</param>
/// <param name="NewCustomerSources">New customers of the same three months and the source each came from.</param>
/// <param name="CacReason">Why there is no acquisition cost by source; null when there is.</param>
/// <param name="DisqualificationReasons">Of the leads created in the month.</param>
public sealed record MarketingSection(
    IReadOnlyList<SourceRow> Sources,
    IReadOnlyList<Cohort> Cohorts,
    IReadOnlyList<SourceCac> PaidCacBySource,
    IReadOnlyDictionary<string, string> NewCustomerSources,
    Reason? CacReason,
    IReadOnlyList<DisqualificationReason> DisqualificationReasons,
    JointMeeting Meeting)
{
    public static SectionResult<MarketingSection> Of(SectionInputs inputs, DealBook deals)
    {
        if (inputs.Leads.Count == 0 && inputs.Spend.Count == 0)
        {
            return SectionResult.Undefined<MarketingSection>(DealReasons.NoMarketing);
        }

        var isCompany = inputs.Scope == ScopeName.Company;
        var sources = new LeadSources(inputs);
        var newCustomers = isCompany ? NewCustomers(inputs, sources) : new Dictionary<string, string>(StringComparer.Ordinal);
        var cac = isCompany ? SourceCac.Of(inputs, sources, newCustomers) : [];
        var cohorts = Cohort.Of(inputs);
        return SectionResult.Of(new MarketingSection(
            SourceRow.Of(inputs, deals, sources, cac), cohorts, cac, newCustomers, isCompany ? null : DealReasons.NotSplit,
            DisqualificationReason.Of(inputs.Leads.Where(lead => !lead.Deleted && inputs.Period.Contains(lead.CreatedAt.Day))),
            JointMeeting.Of(inputs, cohorts, cac)));
    }

    private static Dictionary<string, string> NewCustomers(SectionInputs inputs, LeadSources sources)
    {
        var start = AcquisitionCost.WindowStart(inputs.Period);
        return inputs.FirstOrders.Where(first => first.Day >= start && first.Day < inputs.Period.End)
            .OrderBy(first => first.CustomerId, StringComparer.Ordinal)
            .ToDictionary(first => first.CustomerId, sources.OfNewCustomer, StringComparer.Ordinal);
    }
}
