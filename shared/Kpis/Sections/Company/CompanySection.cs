using SalesReports.Facts;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Company;

/// <summary>The whole company's month by its dimensions, and what it cost. Source: metrics.md, monthly report 4.</summary>
public sealed record CompanySection
{
    /// <summary>By the lines' categories.</summary>
    public required IReadOnlyList<BreakdownRow> Categories { get; init; }

    /// <summary>By the customers' segments.</summary>
    public required IReadOnlyList<BreakdownRow> Segments { get; init; }

    public required IReadOnlyList<BreakdownRow> Territories { get; init; }

    /// <summary>By who or what keyed the order: <c>rep</c>, <c>self_service</c>, <c>edi</c>, <c>marketplace</c>, <c>manual</c>.</summary>
    public required IReadOnlyList<BreakdownRow> Channels { get; init; }

    public required Concentration TopCustomers { get; init; }

    /// <summary>Σ net of sales that belong to a rep ÷ count of those reps.</summary>
    public required Figure RevenuePerRep { get; init; }

    /// <summary>Marketing spend, plus the sales cost when one is configured, ÷ revenue.</summary>
    public required Figure CostOverRevenue { get; init; }

    /// <summary><c>loaded</c> with the sales cost, else <c>paid</c>.</summary>
    public required string CostBasis { get; init; }

    /// <summary>Σ net ÷ Σ list over the lines with a list price.</summary>
    public required Figure PriceRealisation { get; init; }

    /// <summary>How earlier forecasts came out; null while none has come due.</summary>
    public ForecastAccuracy? ForecastAccuracy { get; init; }

    /// <summary>Undefined in a month without a sale, or without one that could be converted.</summary>
    public static SectionResult<CompanySection> Of(SectionInputs inputs)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToList();
        if (sales.Count == 0)
        {
            return SectionResult.Undefined<CompanySection>(Reason.NoSales);
        }

        if (sales.TrueForAll(sale => !sale.HasRate))
        {
            return SectionResult.Undefined<CompanySection>(Reason.NoRate);
        }

        string? OfCustomer(Sale sale, Func<Customer, string?> column) => inputs.Customers.GetValueOrDefault(sale.CustomerId) is { } customer ? column(customer) : null;
        var total = SaleSums.Of(sales);
        return SectionResult.Of(new CompanySection
        {
            Categories = Breakdown.ByLine(inputs, sales, line => line.Category),
            Segments = Breakdown.BySale(inputs, sales, sale => OfCustomer(sale, customer => customer.Segment)),
            Territories = Breakdown.BySale(inputs, sales, sale => OfCustomer(sale, customer => customer.Territory)),
            Channels = Breakdown.BySale(inputs, sales, sale => sale.Channel is { } channel ? ChannelNames.Of(channel) : null),
            TopCustomers = Concentration.Of(sales, inputs.Settings),
            RevenuePerRep = SalesEffort.RevenuePerRep(inputs, sales),
            CostOverRevenue = SalesEffort.CostOverRevenue(inputs, total),
            CostBasis = inputs.Settings.SalesCostPerMonth is null ? "paid" : "loaded",
            PriceRealisation = total.PriceRealisationFigure(inputs.Settings),
            ForecastAccuracy = ForecastAccuracy.Of(inputs),
        });
    }
}
