using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Definitions;

/// <summary>What the sections made from deals, leads, quotes and spend mean, in words. Source: metrics.md, monthly report 5, 7 to 9, 12, 14, 15.</summary>
public static class DealDefinitions
{
    public static IReadOnlyList<Definition> All { get; } =
    [
        Of("pipelineCoverage", "Couverture du pipeline", "Pipeline coverage",
            "Affaires ouvertes dont la clôture est attendue dans les trois mois, montant × probabilité de l’étape ÷ objectifs de chiffre d’affaires de ces mois.",
            "Open deals expected to close in the next three months, amount × probability of the stage ÷ the revenue targets of those months."),
        Of("pipelineQuality", "Qualité du pipeline", "Pipeline quality",
            "Part qualifiée et part fantôme du montant des affaires ouvertes.",
            "Qualified share and phantom share of the amount of open deals."),
        Of("leadFollowUpHours", "Délai de premier contact", "Lead follow-up delay",
            "Médiane des heures ouvrées entre la création d’une piste et le premier contact.",
            "Median business hours from a lead’s creation to its first contact."),
        Of("funnel", "Tunnel de vente", "Funnel",
            "Par étape : sorties vers l’avant ou gagnées ÷ toutes les sorties ; jours médians passés dans l’étape.",
            "By stage: exits forward or won ÷ all exits; median days spent in the stage."),
        Of("movement", "Mouvement du pipeline", "Pipeline movement",
            "Ouverture + créées + variations de montant − gagnées − perdues + rouvertes − supprimées = clôture, au taux du jour de création.",
            "Opening + created + changes of amount − won − lost + re-opened − removed = closing, at the rate of the creation day."),
        Of("qualification", "Qualification", "Qualification",
            "Budget confirmé, décideur identifié et date de décision connue.",
            "Budget confirmed, decision maker identified and decision date known."),
        Of("phantoms", "Affaires fantômes", "Phantom deals",
            "Affaire ouverte dont la clôture attendue est passée, qui stagne plus de 2 × la durée médiane de l’étape, dont la date a été repoussée 3 fois, sans activité depuis 30 jours ou non qualifiée là où il le faut.",
            "An open deal whose expected close has passed, that is older in its stage than 2 × the median, whose date was pushed 3 times, without activity for 30 days, or unqualified where it must be."),
        Of("marketing", "Marketing par source", "Marketing by source",
            "Dépenses, pistes, pistes qualifiées, affaires, gains et conversion par cohorte de mois de création, pour chaque source.",
            "Spend, leads, qualified leads, deals, wins and conversion by cohort of creation month, for each source."),
        Of("friction", "Friction", "Friction",
            "Heures ouvrées entre la demande de devis et le premier prix (médiane, 90e centile), devis sans réponse, acceptation, part des commandes saisies à la main.",
            "Business hours from a quote’s request to the first price (median, 90th percentile), unanswered quotes, acceptance, share of orders keyed by hand."),
        Of("forecast", "Prévision", "Forecast",
            "Holt-Winters additif (saison de 12 mois) à partir de 24 mois d’historique, tendance amortie à partir de 6 ; intervalle à 80 %.",
            "Additive Holt-Winters (season of 12 months) from 24 months of history, damped trend from 6; 80 % interval."),
        Of("forecastAccuracy", "Précision des prévisions", "Forecast accuracy",
            "WAPE et biais des prévisions verrouillées, face à une prévision naïve saisonnière.",
            "WAPE and bias of locked forecasts, against a seasonal-naive forecast."),
        Of("dataQuality", "Qualité des données", "Data quality",
            "Sources, jours manquants, rejets, fusions, angles morts, couvertures et révisions.",
            "Sources, missing days, rejections, merges, blind spots, coverages and restatements."),
    ];

    private static Definition Of(string id, string nameFr, string nameEn, string formulaFr, string formulaEn) =>
        new(id, new LocalText(nameFr, nameEn), new LocalText(formulaFr, formulaEn), Version: 1);
}
