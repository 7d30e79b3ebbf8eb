namespace SalesReports.Kpis.Sections.Customers;

/// <summary>A customer in a list; without master data the id stands for the name.</summary>
public sealed record NamedCustomer(string Id, string Name);
