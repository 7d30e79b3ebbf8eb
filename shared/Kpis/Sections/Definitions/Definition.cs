using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Definitions;

/// <summary>What a figure or section means, in words, as it is printed at the end of the report.</summary>
/// <param name="Id">A metric's id, or a section's or figure's name in report JSON.</param>
/// <param name="Version">Raised whenever the formula changes.</param>
public sealed record Definition(string Id, LocalText Name, LocalText Formula, int Version);
