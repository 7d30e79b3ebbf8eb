using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>One lead source in the month. Source: metrics.md, 9.</summary>
/// <param name="Id">The source as leads and deals name it; <c>unknown</c> for deals without one.</param>
/// <param name="Spend">Null: none was recorded in the month.</param>
/// <param name="Leads">Created in the month.</param>
/// <param name="Qualified">Of these, qualified or converted by now.</param>
/// <param name="Opportunities">Created in the month.</param>
/// <param name="Won">Closed as won in the month.</param>
/// <param name="CostPerLead">Spend ÷ leads.</param>
/// <param name="NewCustomers">Of the three months ending with this one, as the acquisition cost has them; null below the company.</param>
/// <param name="PaidCac">Over the same three months.</param>
/// <param name="RevenueOfWon">Σ amount of the won deals at the rate of their creation day; a deal amount, never added to revenue.</param>
public sealed record SourceRow(
    string Id, string Name, decimal? Spend, int Leads, int Qualified, int Opportunities, int Won, decimal? CostPerLead, int? NewCustomers, decimal? PaidCac, decimal RevenueOfWon)
{
    /// <summary>Every source with something to show, ordinal order.</summary>
    /// <param name="cac">Empty below the company.</param>
    internal static IReadOnlyList<SourceRow> Of(SectionInputs inputs, DealBook deals, LeadSources sources, IReadOnlyList<SourceCac> cac)
    {
        var period = inputs.Period;
        var spend = inputs.Spend.Where(s => period.Contains(s.Day)).ToLookup(sources.OfSpend, StringComparer.Ordinal);
        var leads = inputs.Leads.Where(lead => !lead.Deleted && period.Contains(lead.CreatedAt.Day)).ToLookup(lead => lead.LeadSource, StringComparer.Ordinal);
        var own = deals.All.Where(life => !life.Deal.Deleted).ToLookup(life => LeadSources.OfDeal(life.Deal), StringComparer.Ordinal);
        var acquired = cac.ToDictionary(row => row.Source, StringComparer.Ordinal);
        return
        [
            .. spend.Select(s => s.Key).Union(leads.Select(l => l.Key)).Union(own.Where(o => o.Any(life => IsNew(life) || IsWon(life))).Select(o => o.Key)).Union(acquired.Keys)
                .Order(StringComparer.Ordinal).Select(Row),
        ];

        bool IsNew(DealLife life) => life.Deal.CreatedAt is { } at && period.Contains(at.Day);

        bool IsWon(DealLife life) => life.Deal is { Outcome: Outcome.Won, ClosedAt: { } at } && period.Contains(at.Day);

        SourceRow Row(string source)
        {
            decimal? cost = spend.Contains(source) ? spend[source].Sum(s => s.Amount) : null;
            var count = leads[source].Count();
            var won = own[source].Where(IsWon).ToList();
            var paid = acquired.GetValueOrDefault(source);
            return new SourceRow(
                source, source, cost, count, leads[source].Count(lead => LeadStates.IsQualified(lead, period.End)), own[source].Count(IsNew), won.Count,
                count == 0 ? null : cost / count, paid?.NewCustomers ?? (inputs.Scope == ScopeName.Company ? 0 : null), paid?.Value, won.Sum(life => life.Amount ?? 0));
        }
    }
}
