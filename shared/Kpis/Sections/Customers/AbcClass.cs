namespace SalesReports.Kpis.Sections.Customers;

/// <summary>All customers of one class.</summary>
/// <param name="Id"><c>A</c>, <c>B</c> or <c>C</c>.</param>
/// <param name="Share">Their revenue ÷ positive revenue of all classes; null when there is none.</param>
public sealed record AbcClass(string Id, string Name, int Customers, decimal Revenue, decimal? Share)
{
    private static readonly string[] Ids = ["A", "B", "C"];

    internal static IReadOnlyList<AbcClass> Of(IReadOnlyList<AbcCustomer> customers)
    {
        var total = customers.Where(customer => customer.Class is not null).Sum(customer => customer.Revenue12Months);
        return [.. Ids.Select(id => OfOne(id, [.. customers.Where(customer => customer.Class == id)], total))];
    }

    private static AbcClass OfOne(string id, IReadOnlyCollection<AbcCustomer> own, decimal total)
    {
        var revenue = own.Sum(customer => customer.Revenue12Months);
        return new AbcClass(id, id, own.Count, revenue, total == 0 ? null : revenue / total);
    }
}
