using SalesReports.Facts;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections;

/// <summary>Whose sale it is, and what ids are called. Source: metrics.md, rule 10.</summary>
internal static class Sellers
{
    /// <summary>The sale's rep, known or not, else the customer's owner, else nobody.</summary>
    public static string? SellerOf(this SectionInputs inputs, Sale sale) => sale.RepId ?? inputs.Customers.GetValueOrDefault(sale.CustomerId)?.OwnerId;

    /// <summary>Null for a rep in no team, unknown ones among them.</summary>
    public static string? TeamOf(this SectionInputs inputs, string rep) => inputs.Reps.GetValueOrDefault(rep)?.Team;

    /// <summary>The reps a report tells apart, ordinal: those of the master data and of the given others, as far as the scope goes.</summary>
    public static IReadOnlyList<string> RepsInScope(this SectionInputs inputs, IEnumerable<string> others) =>
        [.. inputs.Reps.Keys.Concat(others).Where(inputs.Sees).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static string RepName(this SectionInputs inputs, string id) => inputs.Reps.GetValueOrDefault(id)?.Name ?? id;

    public static string CustomerName(this SectionInputs inputs, string id) => inputs.Customers.GetValueOrDefault(id)?.Name ?? id;

    public static string ProductName(this SectionInputs inputs, string sku) => inputs.Products.GetValueOrDefault(sku)?.Name ?? sku;

    /// <summary>True when the scope is not below teams: a single rep's report tells no team.</summary>
    public static bool TellsTeams(this SectionInputs inputs) => !inputs.Scope.StartsWith(ScopeName.RepPrefix, StringComparison.Ordinal);

    private static bool Sees(this SectionInputs inputs, string rep) => inputs.Scope switch
    {
        var scope when scope.StartsWith(ScopeName.TeamPrefix, StringComparison.Ordinal) => inputs.TeamOf(rep) == scope[ScopeName.TeamPrefix.Length..],
        var scope when scope.StartsWith(ScopeName.RepPrefix, StringComparison.Ordinal) => rep == scope[ScopeName.RepPrefix.Length..],
        _ => true,
    };
}
