using SalesReports.Measures;

namespace SalesReports.Kpis.Sections;

/// <summary>Why a section or figure made from sales is missing.</summary>
internal static class SaleReasons
{
    public static Reason NoListPrice { get; } = Of("no_list_price",
        "Aucune ligne n’a de prix catalogue.",
        "No line has a list price.");

    public static Reason SomeListPriceMissing { get; } = Of("list_price_missing",
        "Le prix catalogue manque sur une partie des ventes.",
        "The list price is missing on part of the sales.");

    public static Reason NothingToCompare { get; } = Of("nothing_to_compare",
        "Aucune commande dans la période de comparaison.",
        "There is no order in the period to compare with.");

    public static Reason ZeroRevenue { get; } = Of("zero_revenue",
        "Le chiffre d’affaires de la période est nul : pas de ratio.",
        "Revenue of the period is zero: there is no ratio.");

    public static Reason NoSeller { get; } = Of("no_seller",
        "Aucune vente de la période n’est rattachée à un commercial.",
        "No sale of the period belongs to a salesperson.");

    public static Reason SomeSellerMissing { get; } = Of("seller_missing",
        "Une partie des ventes n’est rattachée à aucun commercial.",
        "Part of the sales belongs to no salesperson.");

    public static Reason NoTarget { get; } = Of("no_target",
        "Aucun objectif de chiffre d’affaires pour la période.",
        "There is no revenue target for the period.");

    public static Reason NobodySells { get; } = Of("nobody_sells",
        "Aucun commercial connu et aucune vente rattachée à un commercial.",
        "No salesperson is known and no sale belongs to one.");

    public static Reason NoRetentionBase { get; } = Of("no_retention_base",
        "Aucun client avec du chiffre d’affaires dans les douze mois de base.",
        "No customer had revenue in the twelve months of the base.");

    public static Reason NoSalesInYears { get; } = Of("no_sales_in_two_years",
        "Aucune vente sur les vingt-quatre derniers mois.",
        "There are no sales in the last twenty-four months.");

    public static Reason NoChannel { get; } = Of("no_channel",
        "Aucune vente hors EDI n’indique son canal de saisie.",
        "No sale other than EDI says through which channel it came.");

    public static Reason SomeChannelMissing { get; } = Of("channel_missing",
        "Le canal de saisie manque sur une partie des commandes.",
        "The channel is missing on part of the orders.");

    public static Reason NoCategory { get; } = Of("no_category",
        "Aucune ligne vendue sur douze mois n’a de catégorie.",
        "No line sold in twelve months has a category.");

    public static Reason NoMarginBefore { get; } = Of("no_margin_before",
        "Pas de marge connue sur les douze mois précédents.",
        "No margin is known for the twelve months before.");

    private static Reason Of(string code, string fr, string en) => new(code, new LocalText(fr, en));
}
