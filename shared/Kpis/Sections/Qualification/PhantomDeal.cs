namespace SalesReports.Kpis.Sections.Qualification;

/// <summary>An open deal that is probably none any more, for its owner to look at. Source: metrics.md, 8.</summary>
/// <param name="Amount">In the reporting currency; null when it is not known or cannot be converted.</param>
/// <param name="Reasons"><c>expected_close_past</c>, <c>age_in_stage</c>, <c>pushed</c>, <c>no_activity</c>, <c>not_qualified</c>.</param>
public sealed record PhantomDeal(
    string OpportunityId, string? Name, string? CustomerId, string? CustomerName, string? OwnerId, string? OwnerName, string Stage, decimal? Amount, IReadOnlyList<string> Reasons);
