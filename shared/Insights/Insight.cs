using SalesReports.Measures;

namespace SalesReports.Insights;

/// <summary>A typed finding with the figures it was made from: every number of its sentences is one of its facts. Source: metrics.md, insights.</summary>
/// <param name="Kind">Stable name, such as <c>target_missed</c>.</param>
/// <param name="Severity">1 worth knowing, 2 good news or a cause, 3 keep an eye on, 4 act, 5 act first.</param>
/// <param name="Facts">Figures by name, unrounded; ratios as fractions.</param>
public sealed record Insight(string Kind, int Severity, LocalText Text, IReadOnlyDictionary<string, decimal?> Facts);
