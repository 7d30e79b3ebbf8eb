using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>
/// What deals and leads say about the company, each team and each rep. Stage probabilities and phantom rules come from all deals
/// of the report, so that the same deal weighs the same in every row. Source: metrics.md, monthly report 5.
/// </summary>
public sealed class TeamPipelines(SectionInputs inputs, DealBook deals)
{
    /// <param name="scope"><c>company</c>: all that the report sees; <c>team:T</c>: the reps who are in it now; <c>rep:R</c>, known or not.</param>
    public TeamPipelineFigures Of(string scope) => scope.Split(':', 2) switch
    {
        ["team", var team] => Of(scope, rep => rep is not null && inputs.TeamOf(rep) == team),
        ["rep", var id] => Of(scope, rep => rep == id),
        _ => Of(scope, _ => true),
    };

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
