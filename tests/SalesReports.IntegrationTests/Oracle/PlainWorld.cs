namespace SalesReports.IntegrationTests.Oracle;

/// <summary>
/// What a company knows, as plain lists: the input of the second, separate calculation that the product's figures are held
/// against. Nothing here uses the product.
/// </summary>
internal sealed record PlainWorld(
    PlainSettings Settings,
    IReadOnlyList<PlainOrder> Orders,
    IReadOnlyList<PlainDeal> Deals,
    IReadOnlyList<PlainSpend> Spend,
    IReadOnlyDictionary<string, PlainProduct> Products,
    PlainRates Rates,
    IReadOnlyList<PlainTarget> Targets)
{
    /// <summary>Whose rows these are: <c>company</c>, <c>team:T</c> or <c>rep:R</c>.</summary>
    public string Scope { get; init; } = "company";

    /// <summary>Deals the source took back: they count nowhere but where their leaving is a movement.</summary>
    public IReadOnlyList<PlainDeal> RemovedDeals { get; init; } = [];

    public IReadOnlyList<PlainLead> Leads { get; init; } = [];

    public IReadOnlyList<PlainQuote> Quotes { get; init; } = [];

    public IReadOnlyDictionary<string, PlainCustomer> Customers { get; init; } = new Dictionary<string, PlainCustomer>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, PlainRep> Reps { get; init; } = new Dictionary<string, PlainRep>(StringComparer.Ordinal);

    public IReadOnlyList<PlainStage> Stages { get; init; } = [];

    /// <summary>Day of the whole company's first order of any status, where this is a part of it.</summary>
    public DateOnly? CompanyOrdersBegan { get; init; }

    /// <summary>First orders of the whole company, where this is a part of it. Source: metrics.md, rule 10.</summary>
    public IReadOnlyDictionary<string, PlainFirstOrder>? CompanyFirstOrders { get; init; }
}

internal sealed record PlainSettings(
    string Currency = "EUR",
    string TimeZone = "Europe/Paris",
    decimal? SalesCostPerMonth = null,
    int MinimumSample = 5,
    int MinimumChurnBase = 30,
    decimal MaximumLifetimeYears = 5,
    decimal AmberBand = 0.10m)
{
    /// <summary>Spend channel to lead source; any other channel is the source of the same name.</summary>
    public IReadOnlyDictionary<string, string> SourceChannels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <param name="Status"><c>booked</c>, <c>return</c>, <c>open</c> or <c>cancelled</c>.</param>
/// <param name="Currency">Null: the reporting currency.</param>
internal sealed record PlainOrder(string Id, DateOnly Day, string Customer, string Status, string? Currency, IReadOnlyList<PlainLine> Lines)
{
    public string? Rep { get; init; }

    public string? Channel { get; init; }

    public string? LeadSource { get; init; }
}

internal sealed record PlainLine(string? Sku, decimal Quantity, decimal Net, decimal? UnitCost)
{
    public string? Category { get; init; }

    public decimal? ListPrice { get; init; }
}

/// <param name="Outcome"><c>won</c>, <c>lost</c> or <c>open</c>.</param>
internal sealed record PlainDeal(string Outcome, DateOnly? Created, DateOnly? Closed)
{
    public string Id { get; init; } = "";

    public string? Customer { get; init; }

    public string? Rep { get; init; }

    public string? Pipeline { get; init; }

    public string Stage { get; init; } = "";

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? ExpectedClose { get; init; }

    public string? LeadSource { get; init; }

    public bool? Budget { get; init; }

    public bool? DecisionMaker { get; init; }

    public DateOnly? DecisionDate { get; init; }

    public DateOnly? LastActivity { get; init; }

    /// <summary>The wall clock of <see cref="Closed"/>, midnight for a date.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>The day the source took it back; null while it stands.</summary>
    public DateTime? RemovedAt { get; init; }

    public IReadOnlyList<PlainEntry<string>> StageHistory { get; init; } = [];

    public IReadOnlyList<PlainEntry<decimal>> AmountHistory { get; init; } = [];

    public IReadOnlyList<PlainEntry<DateOnly?>> ExpectedCloseHistory { get; init; } = [];

    public IReadOnlyList<PlainEntry<string>> OutcomeHistory { get; init; } = [];
}

/// <param name="At">Wall clock of the business zone, midnight for a date.</param>
internal sealed record PlainEntry<T>(DateTime At, T Value)
{
    public DateOnly Day => DateOnly.FromDateTime(At);
}

internal sealed record PlainLead(string Id, DateTime CreatedAt, string Source, string Status)
{
    public DateOnly Day => DateOnly.FromDateTime(CreatedAt);

    public string? Reason { get; init; }

    public DateTime? FirstContactAt { get; init; }

    public DateTime? ConvertedAt { get; init; }

    public string? Customer { get; init; }

    public string? Owner { get; init; }
}

internal sealed record PlainQuote(string Id, DateTime RequestedAt, DateTime? AnsweredAt, DateTime? AcceptedAt, string? Rep)
{
    public DateOnly Day => DateOnly.FromDateTime(RequestedAt);
}

internal sealed record PlainCustomer(string Name, string? Segment, string? Territory, string? Owner);

internal sealed record PlainRep(string Name, string? Team);

internal sealed record PlainStage(string? Pipeline, string Name, int Position, decimal? Probability, bool RequiresQualification);

/// <param name="LeadSource">Of the order itself.</param>
internal sealed record PlainFirstOrder(DateOnly Day, string? LeadSource);

internal sealed record PlainSpend(DateOnly Day, decimal Amount, string? Currency)
{
    public string Channel { get; init; } = "";
}

internal sealed record PlainProduct(decimal? UnitCost, string? Currency)
{
    public string? Name { get; init; }

    public string? Category { get; init; }

    public decimal? ListPrice { get; init; }
}

/// <param name="PerEuro">Units of the currency per 1 EUR.</param>
internal sealed record PlainRate(DateOnly Day, string Currency, decimal PerEuro);

/// <param name="Period"><c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</param>
internal sealed record PlainTarget(string Period, string Metric, decimal Value)
{
    public string Scope { get; init; } = "company";
}
