namespace SalesReports.Kpis.Sections.Teams;

/// <summary>What deals and leads say about one team or rep. Source: metrics.md, monthly report 5.</summary>
/// <param name="WinRate">Won ÷ closed in the period, with its interval.</param>
/// <param name="PipelineCoverage">Weighted open amount expected in the next three months ÷ their revenue targets.</param>
/// <param name="QualifiedShare">Share of the open amount that is qualified.</param>
/// <param name="PhantomShare">Share of the open amount that is phantom.</param>
/// <param name="LeadFollowUpHours">Median business hours from a lead's creation to its first contact.</param>
public sealed record TeamPipelineFigures(Figure WinRate, Figure PipelineCoverage, Figure QualifiedShare, Figure PhantomShare, Figure LeadFollowUpHours);
