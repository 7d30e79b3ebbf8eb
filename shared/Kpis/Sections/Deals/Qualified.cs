using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>Budget confirmed, decision maker identified, decision date known. Source: metrics.md, 8.</summary>
public static class Qualified
{
    /// <summary>Whether all three are given; null when none of the three columns says anything.</summary>
    public static bool? Of(Opportunity deal) => deal is { BudgetConfirmed: null, DecisionMakerIdentified: null, DecisionDate: null }
        ? null
        : deal is { BudgetConfirmed: true, DecisionMakerIdentified: true, DecisionDate: not null };
}
