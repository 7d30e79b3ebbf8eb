using SalesReports.Facts;
using SalesReports.Identity;

namespace SalesReports.Jobs;

/// <summary>Facts with their customer named by the key its company is counted under. Source: metrics.md, rule 9.</summary>
internal static class CompanyFacts
{
    public static Opportunity Of(Opportunity deal, CustomerIdentities who) => deal.CustomerId is { } id ? deal with { CustomerId = who.Of(deal.Source, id) } : deal;

    public static Lead Of(Lead lead, CustomerIdentities who) => lead.CustomerId is { } id ? lead with { CustomerId = who.Of(lead.Source, id) } : lead;

    public static Quote Of(Quote quote, CustomerIdentities who) => quote.CustomerId is { } id ? quote with { CustomerId = who.Of(quote.Source, id) } : quote;
}
