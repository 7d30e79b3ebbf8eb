using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Definitions;

/// <summary>What the sections made from sales mean, in words. Source: metrics.md, monthly report 2 to 6, 10, 11, 13.</summary>
public static class SalesDefinitions
{
    public static IReadOnlyList<Definition> All { get; } =
    [
        Of("bridges", "Passerelles", "Bridges",
            "Écart décomposé en volume, mix, prix et coût des articles vendus dans les deux périodes, articles nouveaux, articles perdus et autres lignes (retours, gratuits) ; la somme des parts est l’écart exact.",
            "The change split into volume, mix, price and cost of the articles sold in both periods, new articles, lost articles and other lines (returns, free units); the parts sum to the exact change."),
        Of("marginAlarm", "Alerte de marge", "Margin alarm",
            "Chiffre d’affaires en hausse d’au moins 5,0 %, marge brute en baisse d’au moins 1,0 point et réalisation du prix en baisse, face au même mois de l’an dernier, sinon au mois précédent.",
            "Revenue up by 5.0 % or more, gross margin down by 1.0 point or more and price realisation lower, against the same month last year, else the previous month."),
        Of("priceRealisation", "Réalisation du prix", "Price realisation",
            "Net ÷ prix catalogue, sur les lignes qui ont un prix catalogue.",
            "Net ÷ list price, over the lines that have a list price."),
        Of("extraDiscount", "Remise supplémentaire", "Extra discount",
            "max(0, réalisation du prix des 12 mois précédents − celle du mois) × prix catalogue du mois, par commercial, client et article.",
            "max(0, price realisation of the 12 months before − that of the month) × list price of the month, by salesperson, customer and article."),
        Of("topCustomers", "Concentration", "Concentration",
            "Chiffre d’affaires des 1, 5 et 10 premiers clients du mois ÷ chiffre d’affaires du mois.",
            "Revenue of the month’s largest 1, 5 and 10 customers ÷ revenue of the month."),
        Of("revenuePerRep", "Chiffre d’affaires par commercial", "Revenue per salesperson",
            "Chiffre d’affaires rattaché à un commercial ÷ nombre de commerciaux ayant vendu.",
            "Revenue that belongs to a salesperson ÷ number of salespeople who sold."),
        Of("costOverRevenue", "Coût commercial et marketing", "Sales and marketing cost",
            "(Dépenses marketing + coût commercial configuré) ÷ chiffre d’affaires.",
            "(Marketing spend + configured sales cost) ÷ revenue."),
        Of("attainment", "Atteinte de l’objectif", "Quota attainment",
            "Chiffre d’affaires ÷ objectif de chiffre d’affaires de l’équipe ou du commercial.",
            "Revenue ÷ revenue target of the team or salesperson."),
        Of("discountGiven", "Remise accordée", "Discount given",
            "(Prix catalogue − net) ÷ prix catalogue, sur les lignes qui ont un prix catalogue.",
            "(List price − net) ÷ list price, over the lines that have a list price."),
        Of("bonusSimulation", "Simulation de prime", "Bonus simulation",
            "Somme de poids × min(atteinte, plafond) pour le chiffre d’affaires, la marge conservée, la rétention et l’adoption du numérique ; rien sous le seuil de marge. Jamais un élément de paie.",
            "Sum of weight × min(attainment, cap) over revenue, margin kept, retention and digital adoption; nothing below the margin gate. Never a payroll figure."),
        Of("abc", "Classes ABC", "ABC classes",
            "Clients par chiffre d’affaires de 12 mois décroissant : A tant que la part cumulée des précédents est sous 80 %, B sous 95 %, C ensuite.",
            "Customers by 12-month revenue, descending: A while the cumulative share of those before is under 80 %, B under 95 %, then C."),
        Of("retention", "Rétention", "Retention",
            "Chiffre d’affaires des 12 derniers mois ÷ celui des 12 mois d’avant, pour les clients de cette base ; brute : chaque client plafonné à sa base, plancher 0.",
            "Revenue of the last 12 months ÷ that of the 12 before, for the customers of that base; gross: each customer capped at its base, floored at 0."),
        Of("callList", "Clients à appeler", "Call list",
            "Clients ayant commandé au moins 3 jours distincts en 12 mois : (a) silence de plus de 2 × l’intervalle médian, (b) chiffre d’affaires de 90 jours sous la moitié de la base, (c) moitié ou moins des catégories de la base.",
            "Customers with orders on 3 distinct days or more in 12 months: (a) silent for more than 2 × the median interval, (b) revenue of 90 days under half of the base, (c) half or fewer of the base’s categories."),
        Of("digital", "Libre-service", "Self-service",
            "Ventes saisies par les clients eux-mêmes ÷ ventes de tous les canaux connus hors EDI, en montant et en commandes.",
            "Sales keyed by customers themselves ÷ sales of all known channels but EDI, by amount and by orders."),
        Of("crossSell", "Ventes croisées", "Cross-sell",
            "Paires de catégories achetées par les mêmes clients sur 12 mois : support d’au moins 2 %, lift d’au moins 1,5.",
            "Pairs of categories bought by the same customers over 12 months: support of 2 % or more, lift of 1.5 or more."),
    ];

    private static Definition Of(string id, string nameFr, string nameEn, string formulaFr, string formulaEn) =>
        new(id, new LocalText(nameFr, nameEn), new LocalText(formulaFr, formulaEn), Version: 1);
}
