namespace SalesReports.Rollups;

/// <summary>The first day on which a customer had a booked order above zero.</summary>
public sealed record FirstOrder(DateOnly Day, string CustomerId);
