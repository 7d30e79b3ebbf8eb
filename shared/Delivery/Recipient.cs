using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>A person who gets reports by mail.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Reports">Which kinds they get.</param>
public sealed record Recipient(string Email, string DisplayName, string Language, IReadOnlyList<PeriodKind> Reports);
