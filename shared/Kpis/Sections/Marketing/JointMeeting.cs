using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>The page for the meeting of sales and marketing, in the order of its fixed agenda. Source: metrics.md, 9.</summary>
public sealed record JointMeeting(
    LeadsGenerated LeadsGenerated, IReadOnlyList<SourceConversion> ConversionBySource, IReadOnlyList<LeadQuality> LeadQuality, CampaignAdjustments CampaignAdjustments)
{
    internal static JointMeeting Of(SectionInputs inputs, IReadOnlyList<Cohort> cohorts, IReadOnlyList<SourceCac> cac) => new(
        Marketing.LeadsGenerated.Of(inputs), SourceConversion.Of(cohorts, inputs.Settings), Marketing.LeadQuality.Of(inputs), Marketing.CampaignAdjustments.Of(cac));
}

/// <param name="Previous">Of the month before.</param>
public sealed record LeadsGenerated(int Leads, int Previous, IReadOnlyList<SourceLeads> BySource)
{
    internal static LeadsGenerated Of(SectionInputs inputs)
    {
        var now = Created(inputs.Period);
        var before = Created(inputs.Period.Back(1));
        return new LeadsGenerated(
            now.Values.Sum(), before.Values.Sum(),
            [.. now.Keys.Union(before.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(source => new SourceLeads(source, now.GetValueOrDefault(source), before.GetValueOrDefault(source)))]);

        Dictionary<string, int> Created(Calendar.Period period) => inputs.Leads.Where(lead => !lead.Deleted && period.Contains(lead.CreatedAt.Day))
            .CountBy(lead => lead.LeadSource, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Value, StringComparer.Ordinal);
    }
}

public sealed record SourceLeads(string Source, int Leads, int Previous);

/// <summary>Conversion over the mature cohorts of a source: young ones have not had their time.</summary>
/// <param name="Conversion">Converted ÷ leads.</param>
public sealed record SourceConversion(string Source, int Leads, int Converted, decimal Conversion, Interval? Interval, bool SmallSample)
{
    internal static IReadOnlyList<SourceConversion> Of(IReadOnlyList<Cohort> cohorts, MetricSettings settings) =>
    [
        .. cohorts.Where(cohort => cohort.Mature).GroupBy(cohort => cohort.Source, StringComparer.Ordinal).Select(own =>
        {
            var (leads, converted) = (own.Sum(cohort => cohort.Leads), own.Sum(cohort => cohort.Converted));
            return new SourceConversion(own.Key, leads, converted, (decimal)converted / leads, Statistics.Wilson(converted, leads), leads < settings.MinimumSample);
        }),
    ];
}

/// <summary>What sales found the month's leads of a source to be worth.</summary>
/// <param name="QualifiedShare">Qualified or converted ÷ leads.</param>
/// <param name="Reasons">Why leads were disqualified, the most frequent first.</param>
public sealed record LeadQuality(
    string Source, int Leads, int Qualified, int Disqualified, decimal QualifiedShare, Interval? Interval, bool SmallSample, IReadOnlyList<DisqualificationReason> Reasons)
{
    internal static IReadOnlyList<LeadQuality> Of(SectionInputs inputs) =>
    [
        .. inputs.Leads.Where(lead => !lead.Deleted && inputs.Period.Contains(lead.CreatedAt.Day))
            .GroupBy(lead => lead.LeadSource, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal).Select(own =>
            {
                var leads = own.ToList();
                var qualified = leads.Count(lead => LeadStates.IsQualified(lead, inputs.Period.End));
                var reasons = DisqualificationReason.Of(leads);
                return new LeadQuality(
                    own.Key, leads.Count, qualified, reasons.Sum(reason => reason.Count), (decimal)qualified / leads.Count, Statistics.Wilson(qualified, leads.Count),
                    leads.Count < inputs.Settings.MinimumSample, reasons);
            }),
    ];
}

/// <param name="Reason">Null: none was given.</param>
public sealed record DisqualificationReason(string? Reason, int Count)
{
    internal static IReadOnlyList<DisqualificationReason> Of(IEnumerable<Lead> leads) =>
    [
        .. leads.Where(lead => lead.Status == LeadStatus.Disqualified).GroupBy(lead => lead.DisqualifiedReason, StringComparer.Ordinal)
            .Select(own => new DisqualificationReason(own.Key, own.Count()))
            .OrderByDescending(row => row.Count).ThenBy(row => row.Reason, StringComparer.Ordinal),
    ];
}
