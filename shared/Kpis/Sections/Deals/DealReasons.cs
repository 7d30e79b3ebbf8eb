using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>Why a section about deals, leads, quotes or the forecast, or one of its figures, is undefined or partial.</summary>
public static class DealReasons
{
    public static Reason NoDeals { get; } = Of("no_deals",
        "Aucune affaire n’est connue.",
        "No deal is known.");

    public static Reason NoStageHistory { get; } = Of("no_stage_history",
        "L’historique des étapes n’est pas connu.",
        "The stage history is not known.");

    public static Reason NothingOpen { get; } = Of("nothing_open",
        "Aucune affaire ouverte dont le montant soit connu.",
        "No open deal with a known amount.");

    public static Reason NoTargetAhead { get; } = Of("no_target_ahead",
        "Pas d’objectif de chiffre d’affaires pour les trois prochains mois.",
        "There is no revenue target for the next three months.");

    public static Reason NoStageProbability { get; } = Of("no_stage_probability",
        "La probabilité de gain manque pour une partie du portefeuille.",
        "The probability of winning is not known for part of the pipeline.");

    public static Reason NoLeadContacted { get; } = Of("no_lead_contacted",
        "Aucune piste de la période n’a été contactée.",
        "No lead of the period was contacted.");

    public static Reason SomeNotContacted { get; } = Of("leads_not_contacted",
        "Une partie des pistes n’avait pas été contactée à la fin de la période.",
        "Part of the leads had not been contacted by the end of the period.");

    public static Reason NoMarketing { get; } = Of("no_marketing",
        "Aucune piste et aucune dépense marketing ne sont connues.",
        "No lead and no marketing spend is known.");

    public static Reason NoQuotes { get; } = Of("no_quotes",
        "Aucune demande de devis dans la période.",
        "No quote was requested in the period.");

    public static Reason NoQuotesAndOrders { get; } = Of("no_quotes_and_orders",
        "Aucune demande de devis et aucune commande dans la période.",
        "No quote was requested and nothing was ordered in the period.");

    public static Reason NotSplit { get; } = Of("not_split_below_company",
        "Le coût d’acquisition n’est pas réparti en dessous de l’entreprise.",
        "The acquisition cost is not split below the company.");

    public static Reason HistoryUnderSixMonths { get; } = Of("history_under_six_months",
        "Moins de six mois complets de chiffre d’affaires : pas de prévision.",
        "Less than six whole months of revenue: no forecast.");

    private static Reason Of(string code, string fr, string en) => new(code, new LocalText(fr, en));
}
