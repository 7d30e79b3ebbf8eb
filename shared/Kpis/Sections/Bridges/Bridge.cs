namespace SalesReports.Kpis.Sections.Bridges;

/// <summary>
/// What moved revenue or margin from one period to another. The parts sum to <see cref="To"/> − <see cref="From"/> exactly.
/// Unit: the reporting currency. Source: metrics.md, monthly report 2.
/// </summary>
/// <param name="Comparison"><c>previousPeriod</c> or <c>samePeriodLastYear</c>.</param>
/// <param name="ComparisonPeriod">Its name, such as <c>2026-10</c>.</param>
/// <param name="Volume">More or fewer units of the skus sold in both periods, at the base's average.</param>
/// <param name="Mix">Dearer or cheaper skus among them.</param>
/// <param name="Price">Their price per unit; exchange effects sit here.</param>
/// <param name="Cost">Their cost per unit; null in a bridge of revenue.</param>
/// <param name="New">Skus sold in this period only.</param>
/// <param name="Lost">Skus sold in the base only, negative.</param>
/// <param name="Other">Change of returns, free units and negative lines.</param>
public sealed record Bridge(
    string Comparison, string ComparisonPeriod, decimal From, decimal To,
    decimal Volume, decimal Mix, decimal Price, decimal? Cost, decimal New, decimal Lost, decimal Other);
