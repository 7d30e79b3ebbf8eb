using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Rollups;

namespace SalesReports.Reports;

/// <summary>Everything a report is made of; the same inputs give the same report.</summary>
/// <param name="History">Covers the <see cref="ReportWindow"/> of the period.</param>
/// <param name="Previous">The revision before, when there is one: what changed against it is told.</param>
public sealed record ReportInputs(
    Period Period,
    string Scope,
    SalesHistory History,
    IReadOnlyList<Target> Targets,
    MetricSettings Settings,
    PublicHolidays Holidays,
    IReadOnlyList<SourceState> Sources,
    DateTimeOffset BuiltAt,
    Report? Previous);
