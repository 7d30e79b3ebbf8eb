using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>How each kind of fact is filed.</summary>
public static class FilingRules
{
    /// <summary>The kinds that a day's rollup is made from; only their days are marked dirty.</summary>
    public static IReadOnlyList<FactKind> RolledUp { get; } = [FactKind.Orders, FactKind.Opportunities, FactKind.Leads, FactKind.Quotes, FactKind.Spend];

    /// <summary>
    /// Kinds whose day can change need a pointer to the current one. Master data have no day, and a spend fact's id holds its own.
    /// </summary>
    public static bool NeedsPointer(FactKind kind) => kind is FactKind.Orders or FactKind.Opportunities or FactKind.Leads or FactKind.Quotes;

    public static bool MarksDays(FactKind kind) => RolledUp.Contains(kind);
}
