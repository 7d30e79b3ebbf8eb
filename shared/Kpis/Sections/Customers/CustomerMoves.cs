namespace SalesReports.Kpis.Sections.Customers;

/// <summary>
/// Who came, stayed and went, by orders above zero: new has its first order ever in the month; kept ordered in the last 12 months
/// and the 12 before, lost only in those before; reactivated in the last 12, not in the 12 before, but earlier. Each ordinal by id.
/// Source: metrics.md, monthly report 10.
/// </summary>
internal sealed record CustomerMoves(IReadOnlyList<NamedCustomer> New, IReadOnlyList<NamedCustomer> Kept, IReadOnlyList<NamedCustomer> Lost, IReadOnlyList<NamedCustomer> Reactivated)
{
    public static CustomerMoves Of(SectionInputs inputs)
    {
        var (period, yearStart) = (inputs.Period, inputs.Period.End.AddYears(-1));
        var active = Active(inputs, yearStart, period.End);
        var before = Active(inputs, period.End.AddYears(-2), yearStart);
        var firstInYear = inputs.FirstOrders.Where(first => first.Day >= yearStart && first.Day < period.End).ToDictionary(first => first.CustomerId, first => first.Day, StringComparer.Ordinal);

        // First orders are company-wide; a narrower scope tells only those whose orders it sees.
        var ofMonth = Active(inputs, period.Start, period.End);
        return new CustomerMoves(
            Named(inputs, ofMonth.Where(id => firstInYear.TryGetValue(id, out var day) && day >= period.Start)),
            Named(inputs, active.Where(before.Contains)),
            Named(inputs, before.Where(id => !active.Contains(id))),
            Named(inputs, active.Where(id => !before.Contains(id) && !firstInYear.ContainsKey(id))));
    }

    /// <summary>Customers with an order above zero; below the company, of the sales the scope sees.</summary>
    private static IReadOnlySet<string> Active(SectionInputs inputs, DateOnly from, DateOnly to) => inputs.History.IsCompany
        ? inputs.History.ActiveCustomers(from, to)
        : inputs.Sales.AllBetween(from, to).Where(OrderRhythm.IsOrder).Select(sale => sale.CustomerId).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<NamedCustomer> Named(SectionInputs inputs, IEnumerable<string> ids) =>
        [.. ids.Order(StringComparer.Ordinal).Select(id => new NamedCustomer(id, inputs.CustomerName(id)))];
}
