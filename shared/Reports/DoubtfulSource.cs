using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>A source whose facts of the report's period may not all be there: what is made of them may be wrong.</summary>
/// <param name="Kinds">What it gives facts of.</param>
public sealed record DoubtfulSource(string Name, IReadOnlyList<FactKind> Kinds, SourceDoubt Why)
{
    /// <summary>The measurement of a metric, partial if such a source gives what it is made of. Source: delivery.md, readiness gate and silent sources.</summary>
    public static Measurement Mark(string metric, Measurement measured, IReadOnlyList<DoubtfulSource> doubtful)
    {
        var touching = doubtful.Where(source => source.Kinds.Intersect(KindsOf(metric)).Any()).ToList();
        var (late, suspect) = (Names(touching, SourceDoubt.Late), Names(touching, SourceDoubt.Suspect));
        var marked = late.Count == 0 ? measured : measured.PartialBecause(Reason.SourceLate(late));
        return suspect.Count == 0 ? marked : marked.PartialBecause(Reason.SourceSuspect(suspect));
    }

    private static IReadOnlyList<string> Names(IEnumerable<DoubtfulSource> sources, SourceDoubt why) =>
        [.. sources.Where(source => source.Why == why).Select(source => source.Name).Order(StringComparer.Ordinal)];

    /// <summary>What changes with each day that passes; master data do not go stale in a night.</summary>
    private static IReadOnlyList<FactKind> KindsOf(string metric) => metric switch
    {
        "win_rate" or "sales_cycle" => [FactKind.Opportunities],
        "cac" => [FactKind.Orders, FactKind.Spend],
        _ => [FactKind.Orders],
    };
}

public enum SourceDoubt
{
    /// <summary>It was not read past the period's end.</summary>
    Late,

    /// <summary>It was read, and gave nothing or far less than usual.</summary>
    Suspect,
}
