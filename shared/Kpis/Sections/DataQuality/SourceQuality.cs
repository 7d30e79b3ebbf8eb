namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>How the last import of a source went. Source: metrics.md, monthly report 15.</summary>
/// <param name="PulledThrough">All that the source knew before it is in; null when no import has succeeded yet.</param>
/// <param name="Status"><c>ready</c> or <c>failed</c>.</param>
/// <param name="RejectedRows">Rows that it could not read; null when that was never counted.</param>
public sealed record SourceQuality(string Name, DateTimeOffset? PulledThrough, string Status, long? RejectedRows)
{
    /// <summary>Facts of the period: orders, closed opportunities, leads, quotes, spend.</summary>
    public long Facts { get; init; }

    /// <summary>What is usual for as many days: the median of the eight weeks before.</summary>
    public decimal UsualFacts { get; init; }

    /// <summary>It gave nothing, or under half of what is usual. Source: delivery.md, silent sources.</summary>
    public bool IsSuspect { get; init; }
}
