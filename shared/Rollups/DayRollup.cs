using SalesReports.Measures;

namespace SalesReports.Rollups;

/// <summary>
/// One business day added up from its facts, by what the facts themselves say. Costs of products, exchange rates, teams and
/// segments are joined when a report is built, so that changing them leaves every rollup as it is. Source: storage.md, rollups.
/// </summary>
public sealed record DayRollup
{
    public required DateOnly Day { get; init; }

    /// <summary>Orders of any status: the day's data have begun.</summary>
    public int OrderFacts { get; init; }

    /// <summary>Booked orders and returns, an entry a currency, ordered by currency.</summary>
    public IReadOnlyList<OrderTotals> Orders { get; init; } = [];

    /// <summary>Customers with at least one booked order above zero, ordinal order, distinct.</summary>
    public IReadOnlyList<string> ActiveCustomers { get; init; } = [];

    public DealTotals Deals { get; init; } = DealTotals.None;

    /// <summary>Marketing spend by channel, campaign and currency, ordered by them.</summary>
    public IReadOnlyList<SpendTotals> Spend { get; init; } = [];

    /// <summary>How many facts these figures were made of, by the source that gave them, ordered by source.</summary>
    public IReadOnlyList<SourceFacts> Facts { get; init; } = [];
}

/// <param name="Count">Orders of any status, closed opportunities and spend facts.</param>
public sealed record SourceFacts(string Source, int Count);

/// <summary>Booked orders and returns of one day in one currency; returns are negative.</summary>
/// <param name="Currency">Null: the orders named none.</param>
/// <param name="Count">Booked orders and returns.</param>
/// <param name="Net">Σ net.</param>
/// <param name="PositiveNets">Net of each booked order above zero, ascending.</param>
/// <param name="Costed">Lines that carry their own cost.</param>
/// <param name="Uncosted">Lines that do not, by sku, so that the product's cost can stand in; ordered by sku.</param>
public sealed record OrderTotals(
    Currency? Currency,
    int Count,
    decimal Net,
    IReadOnlyList<decimal> PositiveNets,
    CostedLines Costed,
    IReadOnlyList<UncostedLines> Uncosted);

/// <param name="AbsoluteNet">Σ |net|, the measure of coverage.</param>
/// <param name="Cost">Σ unit cost × signed quantity.</param>
public sealed record CostedLines(int Lines, decimal Net, decimal AbsoluteNet, decimal Cost);

/// <param name="Sku">Null: the lines named none.</param>
/// <param name="Quantity">Signed.</param>
public sealed record UncostedLines(string? Sku, int Lines, decimal Quantity, decimal Net, decimal AbsoluteNet);

/// <summary>Opportunities that closed on the day.</summary>
/// <param name="CycleDays">Whole days from creation to close of the won ones, ascending, negative ones left out.</param>
/// <param name="WonWithoutCreation">Won ones whose creation day is unknown.</param>
public sealed record DealTotals(int Won, int Lost, IReadOnlyList<int> CycleDays, int WonWithoutCreation)
{
    public static DealTotals None { get; } = new(0, 0, [], 0);

    public static DealTotals Sum(IReadOnlyCollection<DealTotals> parts) => new(
        parts.Sum(part => part.Won), parts.Sum(part => part.Lost), [.. parts.SelectMany(part => part.CycleDays).Order()], parts.Sum(part => part.WonWithoutCreation));
}

/// <param name="Facts">How many spend facts, zero amounts included: zero spend is known, no fact is not.</param>
public sealed record SpendTotals(string Channel, string? Campaign, Currency? Currency, int Facts, decimal Amount);
