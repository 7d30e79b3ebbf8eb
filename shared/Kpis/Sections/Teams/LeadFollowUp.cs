using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>
/// Median business hours from creation to first contact of the leads created in the period and contacted before its end. Coverage
/// is the share of them that was. Source: metrics.md, monthly report 5.
/// </summary>
public static class LeadFollowUp
{
    public static Figure Of(IEnumerable<Lead> leads, SectionInputs inputs)
    {
        var clock = new ResponseClock(inputs);
        var created = leads.Where(lead => !lead.Deleted && inputs.Period.Contains(lead.CreatedAt.Day)).ToList();
        var hours = created.Where(lead => lead.FirstContactAt?.Day < inputs.Period.End)
            .Select(lead => clock.Hours(lead.CreatedAt, lead.FirstContactAt!.Value)).OfType<decimal>().Order().ToList();
        var coverage = Measurement.Share(hours.Count, created.Count);
        var measured = Statistics.Median(hours) is { } median
            ? Measurement.Of(median, coverage, DealReasons.SomeNotContacted)
            : Measurement.Undefined(DealReasons.NoLeadContacted);
        return Figure.Of(measured with { N = hours.Count, Coverage = coverage }, "hours", flagsSmallSamples: true, inputs.Settings);
    }
}
