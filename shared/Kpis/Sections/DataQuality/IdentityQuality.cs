using SalesReports.Identity;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>How sure it is who the customers are, and what cannot be seen. Source: metrics.md, monthly report 15 and customer identity.</summary>
/// <param name="Merges">Every customer that is counted under another's key, and by which key.</param>
/// <param name="Reviews">What people have to decide.</param>
/// <param name="OrdersWithoutAccount">Sales of the period to companies that no CRM keeps.</param>
/// <param name="WonWithoutOrder">Deals that were won and followed by no order.</param>
/// <param name="PossibleDuplicates">Sales of the period that two sources may both have sent; all of them are counted.</param>
public sealed record IdentityQuality(
    IReadOnlyList<Merge> Merges,
    IReadOnlyList<Review> Reviews,
    OrdersWithoutAccount OrdersWithoutAccount,
    WonWithoutOrder WonWithoutOrder,
    IReadOnlyList<PossibleDuplicate> PossibleDuplicates)
{
    public static IdentityQuality Of(SectionInputs inputs) => new(
        inputs.Identities.Merges, inputs.Identities.Reviews, OrdersWithoutAccount.Of(inputs), WonWithoutOrder.Of(inputs), inputs.PossibleDuplicates);
}
