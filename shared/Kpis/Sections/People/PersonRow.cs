namespace SalesReports.Kpis.Sections.People;

/// <summary>One rep's month. Source: metrics.md, monthly report 6.</summary>
public sealed record PersonRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Team { get; init; }

    /// <summary>Opportunities created in the month that are theirs.</summary>
    public required int OpportunitiesCreated { get; init; }

    public required Figure WinRate { get; init; }

    public required Figure AverageOrderValue { get; init; }

    public required Figure SalesCycle { get; init; }

    /// <summary>(Σ list − Σ net) ÷ Σ list over the lines with a list price.</summary>
    public required Figure DiscountGiven { get; init; }

    public required Figure Revenue { get; init; }

    public required Figure GrossMargin { get; init; }

    public required Figure Attainment { get; init; }
}
