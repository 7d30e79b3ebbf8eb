namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>How far the report's data can be trusted. Source: metrics.md, monthly report 15.</summary>
/// <param name="Findings">What is odd in the period's facts, by kind; only for the company as a whole.</param>
public sealed record DataQualitySection(IReadOnlyList<FindingRow> Findings, IdentityQuality Identity)
{
    public static DataQualitySection Of(SectionInputs inputs) => new(FindingRow.Of(inputs), IdentityQuality.Of(inputs));
}
