namespace SalesReports.Measures;

/// <summary>Why a figure is undefined or partial: a stable code for programs, a sentence for people.</summary>
public sealed record Reason(string Code, LocalText Text)
{
    public static Reason BeforeData { get; } = Of("before_data",
        "Aucune commande n’était encore connue.",
        "No order was known yet.");

    public static Reason NoRate { get; } = Of("no_rate",
        "Taux de change manquant : une partie des montants n’a pas pu être convertie.",
        "An exchange rate is missing: part of the amounts could not be converted.");

    public static Reason NoCost { get; } = Of("no_cost",
        "Aucune ligne de la période n’a de coût connu.",
        "No line of the period has a known cost.");

    public static Reason SomeCostMissing { get; } = Of("cost_missing",
        "Le coût manque sur une partie des ventes.",
        "The cost is missing on part of the sales.");

    public static Reason NoSales { get; } = Of("no_sales",
        "Aucune vente dans la période.",
        "There are no sales in the period.");

    public static Reason ZeroNet { get; } = Of("zero_net",
        "Le chiffre d’affaires des lignes au coût connu est nul : pas de taux de marge.",
        "The lines with a known cost add up to zero revenue: there is no margin rate.");

    public static Reason NoOrder { get; } = Of("no_order",
        "Aucune commande de montant positif dans la période.",
        "No order above zero in the period.");

    public static Reason NothingClosed { get; } = Of("nothing_closed",
        "Aucune affaire conclue (gagnée ou perdue) dans la période.",
        "No deal was won or lost in the period.");

    public static Reason NothingWon { get; } = Of("nothing_won",
        "Aucune affaire gagnée dont la durée soit connue dans la période.",
        "No won deal with a known duration in the period.");

    public static Reason SomeCreationMissing { get; } = Of("creation_missing",
        "La date de création manque sur une partie des affaires gagnées.",
        "The creation date is missing on part of the won deals.");

    public static Reason NoSpend { get; } = Of("no_spend",
        "Aucune dépense marketing saisie dans la fenêtre : coût inconnu.",
        "No marketing spend is recorded in the window: the cost is unknown.");

    public static Reason NobodyNew { get; } = Of("nobody_new",
        "Aucun nouveau client dans la fenêtre.",
        "No new customer in the window.");

    public static Reason HistoryTooShort { get; } = Of("history_too_short",
        "Historique trop court pour savoir qui est nouveau.",
        "History too short to know who is new.");

    public static Reason HistoryUnderTwoYears { get; } = Of("history_under_two_years",
        "Moins de deux ans d’historique de commandes.",
        "Less than two years of order history.");

    public static Reason SmallChurnBase { get; } = Of("small_churn_base",
        "Trop peu de clients actifs l’année précédente pour mesurer l’attrition.",
        "Too few customers were active the year before to measure churn.");

    public static Reason NobodyActive { get; } = Of("nobody_active",
        "Aucun client actif sur un an.",
        "No customer was active in the year.");

    public static Reason NotSplit { get; } = Of("not_split",
        "Mesuré pour l’entreprise entière, sans détail par équipe ni par personne.",
        "Measured for the whole company, not split below it.");

    /// <summary>Sources that were not read past the period's end.</summary>
    public static Reason SourceLate(IReadOnlyList<string> names) => Of("source_late",
        $"Données en retard, lues avant la fin de la période : {string.Join(", ", names)}.",
        $"Late data, read before the end of the period: {string.Join(", ", names)}.");

    /// <summary>Sources that were read and gave nothing, or under half of what is usual.</summary>
    public static Reason SourceSuspect(IReadOnlyList<string> names) => Of("source_suspect",
        $"Source suspecte, presque rien reçu sur la période : {string.Join(", ", names)}.",
        $"Suspect source, next to nothing received for the period: {string.Join(", ", names)}.");

    private static Reason Of(string code, string fr, string en) => new(code, new LocalText(fr, en));
}
