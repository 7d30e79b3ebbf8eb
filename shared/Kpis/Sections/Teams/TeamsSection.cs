using SalesReports.Facts;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Teams;

/// <summary>Each team and each rep against what was promised. Source: metrics.md, monthly report 5.</summary>
/// <param name="Teams">Ordinal; empty in the report of a single rep.</param>
/// <param name="Reps">Those of the master data and those who sold, ordinal by id.</param>
public sealed record TeamsSection(IReadOnlyList<TeamRow> Teams, IReadOnlyList<TeamRow> Reps)
{
    /// <summary>Undefined when no rep is known and no sale of the period belongs to one.</summary>
    /// <param name="pipelineOf">What deals and leads say about a scope such as <c>team:North</c>.</param>
    public static SectionResult<TeamsSection> Of(SectionInputs inputs, Func<string, TeamPipelineFigures> pipelineOf)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToLookup(inputs.SellerOf, StringComparer.Ordinal);
        var reps = inputs.RepsInScope(sales.Select(own => own.Key).OfType<string>());
        if (reps.Count == 0)
        {
            return SectionResult.Undefined<TeamsSection>(SaleReasons.NobodySells);
        }

        var teams = reps.GroupBy(inputs.TeamOf).Where(team => team.Key is not null && inputs.TellsTeams()).OrderBy(team => team.Key, StringComparer.Ordinal);
        return SectionResult.Of(new TeamsSection(
            [.. teams.Select(team => Row(inputs, team.Key!, team.Key!, ScopeName.OfTeam(team.Key!), team.SelectMany(rep => sales[rep]), pipelineOf))],
            [.. reps.Select(rep => Row(inputs, rep, inputs.RepName(rep), ScopeName.OfRep(rep), sales[rep], pipelineOf) with { Team = inputs.TeamOf(rep) })]));
    }

    private static TeamRow Row(SectionInputs inputs, string id, string name, string scope, IEnumerable<Sale> sales, Func<string, TeamPipelineFigures> pipelineOf)
    {
        var (sums, pipeline) = (SaleSums.Of(sales), pipelineOf(scope));
        return new TeamRow
        {
            Id = id,
            Name = name,
            Revenue = sums.RevenueFigure(inputs),
            Target = QuotaAttainment.TargetOf(inputs, scope),
            Attainment = QuotaAttainment.Of(inputs, scope, sums),
            AverageOrderValue = sums.AverageOrderFigure(inputs.Settings),
            GrossMargin = sums.MarginFigure(inputs.Settings),
            WinRate = pipeline.WinRate,
            PipelineCoverage = pipeline.PipelineCoverage,
            QualifiedShare = pipeline.QualifiedShare,
            PhantomShare = pipeline.PhantomShare,
            LeadFollowUpHours = pipeline.LeadFollowUpHours,
        };
    }
}
