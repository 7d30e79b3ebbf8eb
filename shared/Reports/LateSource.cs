using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>A source that was not read past the end of the report's period: what is made of its facts may be missing some.</summary>
/// <param name="Kinds">What it gives facts of.</param>
public sealed record LateSource(string Name, IReadOnlyList<FactKind> Kinds)
{
    /// <summary>The measurement of a metric, partial if a late source gives what it is made of. Source: delivery.md, readiness gate.</summary>
    public static Measurement Mark(string metric, Measurement measured, IReadOnlyList<LateSource> late)
    {
        var touching = late.Where(source => source.Kinds.Intersect(KindsOf(metric)).Any()).Select(source => source.Name).Order(StringComparer.Ordinal).ToList();
        return touching.Count == 0 ? measured : measured.PartialBecause(Measures.Reason.SourceLate(touching));
    }

    /// <summary>What changes with each day that passes; master data do not go stale in a night.</summary>
    private static IReadOnlyList<FactKind> KindsOf(string metric) => metric switch
    {
        "win_rate" or "sales_cycle" => [FactKind.Opportunities],
        "cac" => [FactKind.Orders, FactKind.Spend],
        _ => [FactKind.Orders],
    };
}
