namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>
/// How far the report's data can be trusted. What changed since the revision before, and why, stands with the report itself.
/// Source: metrics.md, monthly report 15.
/// </summary>
/// <param name="Findings">What is odd in the period's facts, by kind; only for the company as a whole.</param>
/// <param name="Sources">How the last import of each went, when the report was built; only for the company as a whole.</param>
/// <param name="DaysWithoutOrders">Working days of the period on which no order or return came; empty below the company.</param>
/// <param name="Coverages">What the sales say and what they leave out.</param>
public sealed record DataQualitySection(
    IReadOnlyList<FindingRow> Findings, IdentityQuality Identity, IReadOnlyList<SourceQuality> Sources, IReadOnlyList<DateOnly> DaysWithoutOrders, SalesCoverages Coverages)
{
    public static DataQualitySection Of(SectionInputs inputs) =>
        new(FindingRow.Of(inputs), IdentityQuality.Of(inputs), inputs.Sources, SilentDays.Of(inputs), SalesCoverages.Of(inputs));
}
