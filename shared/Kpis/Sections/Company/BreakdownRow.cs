namespace SalesReports.Kpis.Sections.Company;

/// <summary>The sales of one value of a dimension.</summary>
/// <param name="Id">Null: what has no value in it.</param>
/// <param name="Name">Null with the id.</param>
/// <param name="Share">Its revenue ÷ that of all rows; null when that is zero, and when none of its sales could be converted.</param>
public sealed record BreakdownRow(string? Id, string? Name, Figure Revenue, decimal? Share, Figure GrossMargin);
