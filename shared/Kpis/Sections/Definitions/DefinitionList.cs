namespace SalesReports.Kpis.Sections.Definitions;

/// <summary>Every definition that a monthly report prints, in reading order. Source: metrics.md, monthly report 16.</summary>
public static class DefinitionList
{
    public static IReadOnlyList<Definition> All { get; } = [.. MetricDefinitions.All, .. SalesDefinitions.All, .. DealDefinitions.All];
}
