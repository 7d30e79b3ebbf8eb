using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>What had become of a lead by a day. Only a conversion is dated: one that came later has not happened yet.</summary>
internal static class LeadStates
{
    public static bool IsConverted(Lead lead, DateOnly end) => lead.Status == LeadStatus.Converted && !(lead.ConvertedAt?.Day >= end);

    /// <summary>A converted lead was a qualified one.</summary>
    public static bool IsQualified(Lead lead, DateOnly end) => lead.Status == LeadStatus.Qualified || IsConverted(lead, end);
}
