using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>Why a figure about the quality of the data is undefined.</summary>
public static class QualityReasons
{
    public static Reason NoCrm { get; } = new("no_crm", new LocalText(
        "Aucune source ne fournit d’affaires : les comptes CRM ne sont pas connus.",
        "No source sends opportunities: the accounts of a CRM are not known."));
}
