namespace SalesReports.Kpis.Sections.Bridges;

/// <summary>
/// The parts of a bridge over skus in both periods (C): q quantity, p = net ÷ q, c = cost ÷ q, m = p − c, 0 the base:
/// volume = (Q₁ ÷ Q₀ − 1) · M₀(C); mix = Σ (q₁ − q₀·Q₁ ÷ Q₀)·m₀; price = Σ (p₁ − p₀)·q₁; cost = −Σ (c₁ − c₀)·q₁. For revenue all
/// costs are 0. Source: metrics.md, monthly report 2.
/// </summary>
/// <remarks>
/// Only three sums hold a division: net and cost of this period's quantities at the base's price and cost, and the base scaled to
/// this period's quantity. Each is cut once, and what one part gains by it another loses: volume against mix, mix against price and cost.
/// </remarks>
internal static class BridgeCalculation
{
    public static Bridge Between(BridgeSide then, BridgeSide now, string comparison, string comparisonPeriod, bool withCost)
    {
        var common = now.Skus.Keys.Where(then.Skus.ContainsKey).Select(sku => (Then: then.Skus[sku], Now: now.Skus[sku])).ToList();
        var netAtBase = common.Sum(sku => ExactSum.Kept(sku.Now.Quantity * sku.Then.Net / sku.Then.Quantity));
        var costAtBase = common.Sum(sku => ExactSum.Kept(sku.Now.Quantity * sku.Then.Cost / sku.Then.Quantity));
        var baseMargin = common.Sum(sku => sku.Then.Margin);
        var quantityThen = common.Sum(sku => sku.Then.Quantity);
        var scaled = quantityThen == 0 ? 0 : ExactSum.Kept(baseMargin * common.Sum(sku => sku.Now.Quantity) / quantityThen);
        return new Bridge(
            comparison,
            comparisonPeriod,
            then.Total,
            now.Total,
            scaled - baseMargin,
            netAtBase - costAtBase - scaled,
            common.Sum(sku => sku.Now.Net) - netAtBase,
            withCost ? costAtBase - common.Sum(sku => sku.Now.Cost) : null,
            now.Skus.Where(sku => !then.Skus.ContainsKey(sku.Key)).Sum(sku => sku.Value.Margin),
            -then.Skus.Where(sku => !now.Skus.ContainsKey(sku.Key)).Sum(sku => sku.Value.Margin),
            now.Other - then.Other);
    }
}
