using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>
/// What deals and leads say about the company, each team and each rep. Stage probabilities and phantom rules come from all deals
/// of the report, so that the same deal weighs the same in every row. Source: metrics.md, monthly report 5.
/// </summary>
public sealed class TeamPipelines(SectionInputs inputs, DealBook deals)
{
    /// <summary>Everything the report's scope sees, against its own targets.</summary>
    public TeamPipelineFigures Whole() => Of(inputs.Scope, _ => true);

    /// <summary>The deals and leads of the reps who are in the team now.</summary>
    public TeamPipelineFigures OfTeam(string team) => Of($"team:{team}", rep => rep is not null && inputs.Reps.GetValueOrDefault(rep)?.Team == team);

    /// <summary>Also for an id that is in no list of reps.</summary>
    public TeamPipelineFigures OfRep(string id) => Of($"rep:{id}", rep => rep == id);

    /// <summary>Reps with a deal or a lead, known or not, ordinal order.</summary>
    public IReadOnlyList<string> RepIds() =>
        [.. deals.All.Select(life => life.Deal.RepId).Concat(inputs.Leads.Select(lead => lead.OwnerId)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private TeamPipelineFigures Of(string scope, Func<string?, bool> isTheirs)
    {
        var own = deals.All.Where(life => isTheirs(life.Deal.RepId)).ToList();
        return new TeamPipelineFigures(
            DealFigures.WinRate(own, inputs),
            PipelineCoverage.Of(own, scope, deals, inputs),
            DealFigures.OpenShare(own, life => Deals.Qualified.Of(life.Deal) == true, inputs),
            DealFigures.OpenShare(own, life => deals.ReasonsOf(life).Count > 0, inputs),
            LeadFollowUp.Of(inputs.Leads.Where(lead => isTheirs(lead.OwnerId)), inputs));
    }
}
