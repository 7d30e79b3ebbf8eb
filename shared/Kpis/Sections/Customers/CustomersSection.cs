namespace SalesReports.Kpis.Sections.Customers;

/// <summary>Who the customers are, who came and went, and whom to call. Source: metrics.md, monthly report 10.</summary>
public sealed record CustomersSection
{
    /// <summary>Everyone with a sale in 12 months, largest first.</summary>
    public required IReadOnlyList<AbcCustomer> Abc { get; init; }

    public required IReadOnlyList<AbcClass> Classes { get; init; }

    public required IReadOnlyList<NamedCustomer> New { get; init; }

    public required IReadOnlyList<NamedCustomer> Kept { get; init; }

    public required IReadOnlyList<NamedCustomer> Lost { get; init; }

    public required IReadOnlyList<NamedCustomer> Reactivated { get; init; }

    public required Retention Retention { get; init; }

    /// <summary>Ranked by revenue at risk.</summary>
    public required IReadOnlyList<CallListEntry> CallList { get; init; }

    /// <summary>Undefined without a sale in 24 months.</summary>
    public static SectionResult<CustomersSection> Of(SectionInputs inputs)
    {
        var end = inputs.Period.End;
        var sales = inputs.Sales.AllBetween(end.AddYears(-2), end).ToList();
        if (sales.Count == 0)
        {
            return SectionResult.Undefined<CustomersSection>(SaleReasons.NoSalesInYears);
        }

        var (abc, moves) = (AbcCustomer.Of(inputs), CustomerMoves.Of(inputs));
        return SectionResult.Of(new CustomersSection
        {
            Abc = abc,
            Classes = AbcClass.Of(abc),
            New = moves.New,
            Kept = moves.Kept,
            Lost = moves.Lost,
            Reactivated = moves.Reactivated,
            Retention = Retention.Of(sales, end, inputs.Settings),
            CallList = CallListEntry.Of(inputs),
        });
    }
}
