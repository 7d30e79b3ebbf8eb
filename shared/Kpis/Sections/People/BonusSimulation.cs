using SalesReports.Facts;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.Digital;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.People;

/// <summary>What a bonus by revenue, margin kept, retention and digital adoption would give, beside one by volume alone.</summary>
/// <param name="Settings">The weights, cap, gate and goals it was made with.</param>
public sealed record BonusSimulation(BonusSettings Settings, IReadOnlyList<BonusRow> People)
{
    internal static BonusSimulation Of(SectionInputs inputs, IEnumerable<string> reps)
    {
        var yearBefore = inputs.Sales.AllBetween(inputs.Period.End.AddYears(-2), inputs.Period.End).ToLookup(inputs.SellerOf, StringComparer.Ordinal);
        return new BonusSimulation(inputs.Settings.Bonus, [.. reps.Select(rep => Row(inputs, rep, [.. yearBefore[rep]]))]);
    }

    private static BonusRow Row(SectionInputs inputs, string rep, IReadOnlyCollection<Sale> sales)
    {
        var (bonus, period) = (inputs.Settings.Bonus, inputs.Period);
        var now = sales.Where(sale => period.Contains(sale.Day)).ToList();
        var before = sales.Where(sale => sale.Day >= period.Start.AddMonths(-12) && sale.Day < period.Start);
        var attainment = new BonusAttainment(
            QuotaAttainment.Of(inputs, ScopeName.OfRep(rep), SaleSums.Of(now)).Value,
            MarginKept(SaleSums.Of(now), SaleSums.Of(before)),
            Retention.Of(sales, period.End, inputs.Settings).Gross / bonus.RetentionGoal,
            SelfServedSales.ShareOfRevenue(now, inputs.Settings).Value / bonus.DigitalGoal);
        var missing = attainment.Missing(bonus);
        return new BonusRow(
            rep, inputs.RepName(rep), attainment, attainment.MarginKept >= bonus.MarginGate, missing is null ? attainment.Score(bonus) : null,
            attainment.Revenue is { } revenue ? Math.Min(revenue, bonus.Cap) : null, missing?.Text.En, missing?.Text);
    }

    /// <summary>Gross margin ÷ that of the 12 months before; null when either is undefined or the earlier one not above zero.</summary>
    private static decimal? MarginKept(SaleSums now, SaleSums before) =>
        GrossMargin.Of(before.Margin).Value is { } habit and > 0 ? GrossMargin.Of(now.Margin).Value / habit : null;
}

/// <param name="GatePassed">Margin kept reaches the gate; a null margin kept passes none.</param>
/// <param name="Score">Σ weight × min(attainment, cap), 0 before the gate; null when an attainment with a weight is missing.</param>
/// <param name="VolumeOnly">min(revenue attainment, cap), what a bonus by volume would give.</param>
/// <param name="Reason">In English, why there is no score.</param>
public sealed record BonusRow(
    string Id, string Name, BonusAttainment Attainment, bool GatePassed, decimal? Score, decimal? VolumeOnly, string? Reason, LocalText? ReasonText);
