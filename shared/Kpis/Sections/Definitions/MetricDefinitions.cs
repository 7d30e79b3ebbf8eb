using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Definitions;

/// <summary>The seven headline metrics in words. Source: metrics.md, the seven headline metrics.</summary>
public static class MetricDefinitions
{
    public static IReadOnlyList<Definition> All { get; } = [.. HeadlineMetrics.All.Select(metric => new Definition(metric.Id, metric.Name, FormulaOf(metric), metric.DefinitionVersion))];

    private static LocalText FormulaOf(HeadlineMetric metric) => metric switch
    {
        Revenue => new(
            "Somme des montants nets des commandes fermes et des retours de la période, hors taxes et port, après remises.",
            "Sum of the net amounts of booked orders and returns of the period, without tax and shipping, after discounts."),
        GrossMargin => new(
            "(Net − coût) ÷ net, sur les lignes dont le coût est connu.",
            "(Net − cost) ÷ net, over the lines whose cost is known."),
        WinRate => new(
            "Affaires gagnées ÷ (gagnées + perdues), en nombre, au jour de la clôture.",
            "Deals won ÷ (won + lost), by count, on the day they closed."),
        AverageOrderValue => new(
            "Chiffre d’affaires ÷ nombre de commandes fermes de montant positif.",
            "Revenue ÷ number of booked orders above zero."),
        SalesCycle => new(
            "Médiane des jours entre la création et la clôture des affaires gagnées dans la période.",
            "Median of the days from creation to close of the deals won in the period."),
        AcquisitionCost => new(
            "Coût d’acquisition ÷ nouveaux clients, sur 91 jours ou 3 mois glissants ; complet quand le coût commercial est configuré, sinon dépenses marketing seules.",
            "Acquisition cost ÷ new customers, over the trailing 91 days or 3 months; loaded when a sales cost is configured, else marketing spend alone."),
        LifetimeValue => new(
            "(Marge brute annuelle ÷ clients actifs) × durée de vie, celle-ci étant 1 ÷ attrition annuelle, plafonnée.",
            "(Yearly gross margin ÷ active customers) × lifetime, which is 1 ÷ yearly churn, capped."),
        _ => throw new InvalidOperationException($"The metric '{metric.Id}' has no definition in words."),
    };
}
