using SalesReports.Calendar;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Bridges;

/// <summary>The monthly bridges: each list holds the one against the previous month, then the one against the same month last year; null where that month has no order, and for margin where the sales of either month have no known cost.</summary>
public sealed record BridgesSection(IReadOnlyList<Bridge?> Revenue, IReadOnlyList<Bridge?> Margin)
{
    /// <summary>Undefined when neither month has an order.</summary>
    public static SectionResult<BridgesSection> Of(SectionInputs inputs)
    {
        var against = new[]
        {
            (Name: ComparisonNames.PreviousPeriod, Period: inputs.Period.Back(1)),
            (Name: ComparisonNames.SamePeriodLastYear, Period: inputs.Period.SamePeriodLastYear()),
        };
        var section = new BridgesSection(
            [.. against.Select(other => Between(inputs, other.Name, other.Period, BridgeSide.OfRevenue, withCost: false))],
            [.. against.Select(other => Between(inputs, other.Name, other.Period, BridgeSide.OfMargin, withCost: true))]);
        return section.Revenue.All(bridge => bridge is null) ? SectionResult.Undefined<BridgesSection>(SaleReasons.NothingToCompare) : SectionResult.Of(section);
    }

    /// <summary>The weekly report's one bridge: revenue against the previous week.</summary>
    public static SectionResult<Bridge> OfWeek(SectionInputs inputs) =>
        Between(inputs, ComparisonNames.PreviousPeriod, inputs.Period.Back(1), BridgeSide.OfRevenue, withCost: false) is { } bridge
            ? SectionResult.Of(bridge)
            : SectionResult.Undefined<Bridge>(SaleReasons.NothingToCompare);

    private static Bridge? Between(SectionInputs inputs, string name, Period period, Func<IEnumerable<Sale>, BridgeSide> side, bool withCost)
    {
        var sales = inputs.Sales.Between(inputs.Period.Start, inputs.Period.End).ToList();
        var (then, now) = (side(inputs.Sales.Between(period.Start, period.End)), side(sales));
        return then.IsKnown && (now.IsKnown || sales.Count == 0) ? BridgeCalculation.Between(then, now, name, period.Name, withCost) : null;
    }
}
