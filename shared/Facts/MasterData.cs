using SalesReports.Measures;

namespace SalesReports.Facts;

/// <summary>A company we sell to.</summary>
public sealed record Customer : Fact
{
    public required string Name { get; init; }

    public string? Domain { get; init; }

    public string? VatNumber { get; init; }

    public string? ExternalId { get; init; }

    public string? Segment { get; init; }

    public string? Territory { get; init; }

    public string? Country { get; init; }

    public string? Postcode { get; init; }

    public string? OwnerId { get; init; }

    public override FactKind Kind => FactKind.Customers;
}

/// <summary>A salesperson.</summary>
public sealed record Rep : Fact
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Team { get; init; }

    public string? Manager { get; init; }

    public override FactKind Kind => FactKind.Reps;
}

/// <summary>An article; its cost and list price stand in where an order line has none. The id is the sku.</summary>
public sealed record Product : Fact
{
    public string? Name { get; init; }

    public string? Category { get; init; }

    public decimal? ListPrice { get; init; }

    public decimal? UnitCost { get; init; }

    /// <summary>Currency of cost and list price; null means the reporting currency.</summary>
    public Currency? Currency { get; init; }

    public override FactKind Kind => FactKind.Products;
}

/// <summary>A stage of a pipeline and its place in it. The id is <c>pipeline/stage</c>.</summary>
public sealed record Stage : Fact
{
    public required string Pipeline { get; init; }

    public required string Name { get; init; }

    public required int Position { get; init; }

    public decimal? Probability { get; init; }

    public bool? RequiresQualification { get; init; }

    public override FactKind Kind => FactKind.Stages;
}

/// <summary>What was promised for a month, quarter or year. The id is <c>period/scope/metric</c>.</summary>
public sealed record Target : Fact
{
    /// <summary><c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>A metric's id, such as <c>revenue</c>.</summary>
    public required string Metric { get; init; }

    public required decimal Value { get; init; }

    public override FactKind Kind => FactKind.Targets;
}

/// <summary>A published exchange rate. The id is <c>currency/day</c>.</summary>
public sealed record DailyRate : Fact
{
    public required DateOnly Day { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Units of the currency per 1 EUR, above zero.</summary>
    public required decimal PerEuro { get; init; }

    public override FactKind Kind => FactKind.Rates;
}
