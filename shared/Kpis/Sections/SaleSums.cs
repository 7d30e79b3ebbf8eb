using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections;

/// <summary>What any set of sales adds up to, in the reporting currency. Additive, so order never matters.</summary>
/// <param name="Orders">Booked orders and returns whose amount is known; lines when the set was cut by product or category.</param>
/// <param name="OrdersWithoutRate">Those left out for want of a rate.</param>
/// <param name="Net">Σ net.</param>
/// <param name="PositiveOrders">Booked orders above zero whose amount is known.</param>
/// <param name="Margin">Lines with and without known cost.</param>
/// <param name="ListedLines">Lines with a list price.</param>
/// <param name="ListedNet">Their Σ net.</param>
/// <param name="ListedAbsoluteNet">Their Σ |net|.</param>
/// <param name="List">Their Σ list price × quantity.</param>
internal sealed record SaleSums(
    int Orders, int OrdersWithoutRate, decimal Net, int PositiveOrders, MarginFigures Margin, int ListedLines, decimal ListedNet, decimal ListedAbsoluteNet, decimal List)
{
    public static SaleSums Of(IEnumerable<Sale> sales)
    {
        var all = sales as IReadOnlyCollection<Sale> ?? [.. sales];
        return Of(all.SelectMany(sale => sale.Lines)) with
        {
            Orders = all.Where(sale => sale.HasRate).Sum(sale => sale.Orders),
            OrdersWithoutRate = all.Where(sale => !sale.HasRate).Sum(sale => sale.Orders),
            PositiveOrders = all.Sum(sale => sale.PositiveNets.Count),
        };
    }

    /// <summary>Sums of lines alone: how many orders they lie in is not known, so <see cref="Orders"/> counts lines.</summary>
    public static SaleSums Of(IEnumerable<SaleLine> lines)
    {
        var all = lines as IReadOnlyCollection<SaleLine> ?? [.. lines];
        var costed = all.Where(line => line.Cost is not null).ToList();
        var listed = all.Where(line => line.List is not null).ToList();
        var unrated = all.Where(line => !line.HasRate).Sum(line => line.Lines);
        var margin = new MarginFigures(
            all.Sum(line => line.Lines), all.Sum(line => line.AbsoluteNet),
            costed.Sum(line => line.Lines), costed.Sum(line => line.Net), costed.Sum(line => line.AbsoluteNet), costed.Sum(line => line.Cost!.Value),
            unrated + all.Where(line => line.CostLacksRate).Sum(line => line.Lines));
        return new SaleSums(
            margin.Lines - unrated, unrated, all.Sum(line => line.Net), 0, margin,
            listed.Sum(line => line.Lines), listed.Sum(line => line.Net), listed.Sum(line => line.AbsoluteNet), listed.Sum(line => line.List!.Value));
    }

    /// <summary>Share of the orders, by count, whose amount is known. Source: metrics.md, rule 2.</summary>
    public decimal RateCoverage => Measurement.Share(Orders, Orders + OrdersWithoutRate);

    /// <summary>Σ net; null when there are orders and none of them could be converted: missing is not zero.</summary>
    public decimal? KnownNet => RateCoverage == 0 ? null : Net;

    /// <summary>Σ net ÷ Σ list over the lines with a list price; null when they add up to no list price.</summary>
    public decimal? PriceRealisation => List == 0 ? null : ListedNet / List;

    /// <summary>Undefined before the first order fact is known, a real 0 afterwards. Source: metrics.md, rule 5.</summary>
    public Figure RevenueFigure(SectionInputs inputs)
    {
        var measured = !(inputs.History.OrdersBegan < inputs.Period.End) ? Measurement.Undefined(Reason.BeforeData)
            : KnownNet is not { } net ? Measurement.Undefined(Reason.NoRate) with { Coverage = 0 }
            : Measurement.Of(net, RateCoverage, Reason.NoRate) with { Numerator = net, N = Orders };
        return Figure.Of(new Revenue(), measured, inputs.Settings);
    }

    public Figure MarginFigure(MetricSettings settings) => Figure.Of(new GrossMargin(), GrossMargin.Of(Margin), settings);

    public Figure AverageOrderFigure(MetricSettings settings)
    {
        var measured = PositiveOrders == 0
            ? Measurement.Undefined(RateCoverage == 0 ? Reason.NoRate : Reason.NoOrder)
            : Measurement.Of(Net / PositiveOrders, RateCoverage, Reason.NoRate);
        return Figure.Of(new AverageOrderValue(), measured with { Numerator = Net, Denominator = PositiveOrders, N = PositiveOrders, Coverage = RateCoverage }, settings);
    }

    /// <summary>Σ net ÷ Σ list over the lines with a list price.</summary>
    public Figure PriceRealisationFigure(MetricSettings settings) =>
        Figure.Ratio(ListedNet, List, ListedLines, settings, SaleReasons.NoListPrice, ListCoverage, WhyNotAllListed);

    /// <summary>Discount given: (Σ list − Σ net) ÷ Σ list over the lines with a list price.</summary>
    public Figure DiscountFigure(MetricSettings settings) =>
        Figure.Ratio(List - ListedNet, List, ListedLines, settings, SaleReasons.NoListPrice, ListCoverage, WhyNotAllListed);

    /// <summary>The share of |net| that has a list price; by count of lines when a rate is missing.</summary>
    private decimal ListCoverage => OrdersWithoutRate > 0 ? Measurement.Share(ListedLines, Margin.Lines) : Measurement.Share(ListedAbsoluteNet, Margin.AbsoluteNet);

    private Reason WhyNotAllListed => OrdersWithoutRate > 0 ? Reason.NoRate : SaleReasons.SomeListPriceMissing;
}
