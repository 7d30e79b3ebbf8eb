namespace SalesReports.Rollups;

/// <summary>
/// The figures of one day's orders and closed opportunities split by who may see them, for reports below the company; all
/// shares together are the day's <see cref="DayRollup"/>. Kept apart from it, because a company report needs none of this.
/// Source: metrics.md, rule 10.
/// </summary>
/// <param name="Orders">Ordered by rep and customer, an entry a currency.</param>
/// <param name="Deals">Ordered by rep.</param>
public sealed record DayShares(DateOnly Day, IReadOnlyList<OrderShare> Orders, IReadOnlyList<DealShare> Deals);

/// <param name="RepId">Who keyed the orders; null: nobody, or nobody said.</param>
/// <param name="CustomerId">Only without a rep: the customer's owner decides.</param>
public sealed record OrderShare(string? RepId, string? CustomerId, OrderTotals Totals);

public sealed record DealShare(string? RepId, DealTotals Totals);
