using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Facts;

/// <summary>An order or a return with its lines, filed under the day it was ordered, whatever its status does later.</summary>
public sealed record Order : Fact
{
    public required Moment OrderedAt { get; init; }

    public required string CustomerId { get; init; }

    public OrderStatus Status { get; init; } = OrderStatus.Booked;

    public string? RepId { get; init; }

    public SalesChannel? Channel { get; init; }

    /// <summary>Currency of every amount of the order; null means the reporting currency.</summary>
    public Currency? Currency { get; init; }

    public string? QuoteId { get; init; }

    public string? OpportunityId { get; init; }

    public string? LeadSource { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public override FactKind Kind => FactKind.Orders;

    public override IReadOnlyList<DateOnly> Days => [OrderedAt.Day];
}

/// <summary>A line of an order, as the source signed it.</summary>
public sealed record OrderLine
{
    public required int Number { get; init; }

    public string? Sku { get; init; }

    public string? Product { get; init; }

    public string? Category { get; init; }

    public required decimal Quantity { get; init; }

    public decimal? ListUnitPrice { get; init; }

    /// <summary>Amount after discounts, without tax and shipping, unrounded.</summary>
    public required decimal Net { get; init; }

    public decimal? UnitCost { get; init; }

    /// <summary>What the source's price, quantity and discount give, when it also told a net amount that they do not explain: a finding.</summary>
    public decimal? PricedNet { get; init; }

    /// <summary>Unit price × quantity × (1 − discount). Source: metrics.md, rule 8.</summary>
    /// <param name="discount">A fraction: 0.15 is fifteen percent off.</param>
    public static decimal NetOf(decimal unitPrice, decimal quantity, decimal discount) => unitPrice * quantity * (1 - discount);
}

/// <summary><see cref="Booked"/> and <see cref="Return"/> count; the others count nowhere.</summary>
public enum OrderStatus
{
    Booked,
    Return,
    Open,
    Cancelled,
}

/// <summary>Who or what keyed the order.</summary>
public enum SalesChannel
{
    Rep,
    SelfService,
    Edi,
    Marketplace,
    Manual,
}
