namespace SalesReports.Reports.Lineage;

/// <summary>One row that a figure was made of, as it is stored now, in its own currency.</summary>
/// <param name="Kind"><c>order</c>, <c>return</c>, <c>opportunity</c>, <c>spend</c> or <c>newCustomer</c>.</param>
/// <param name="Source">The source that owns the id; null for what was derived.</param>
/// <param name="Day">The business day it counts on.</param>
/// <param name="Amount">What it adds, signed: net, spend; null for a count or a duration.</param>
/// <param name="Currency">Null: the reporting currency.</param>
/// <param name="Cost">Known cost of its lines, for the margin.</param>
/// <param name="Days">Duration of a won deal.</param>
/// <param name="Outcome"><c>won</c> or <c>lost</c>.</param>
public sealed record ContributingRow(
    string Kind, string? Source, string Id, DateOnly Day, string? CustomerId, string? RepId, decimal? Amount, string? Currency, decimal? Cost, int? Days, string? Outcome);
