namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>How far the report's data can be trusted. Source: metrics.md, monthly report 15.</summary>
public sealed record DataQualitySection(IdentityQuality Identity)
{
    public static DataQualitySection Of(SectionInputs inputs) => new(IdentityQuality.Of(inputs));
}
