namespace SalesReports.Kpis.Sections.Teams;

/// <summary>One team or rep: what was sold against what was promised, and the pipeline.</summary>
public sealed record TeamRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>A rep's team; null for a team and for a rep in none.</summary>
    public string? Team { get; init; }

    public required Figure Revenue { get; init; }

    /// <summary>Revenue target of the period; null when there is none.</summary>
    public decimal? Target { get; init; }

    /// <summary>Quota attainment: revenue ÷ target.</summary>
    public required Figure Attainment { get; init; }

    public required Figure AverageOrderValue { get; init; }

    public required Figure GrossMargin { get; init; }

    public required Figure WinRate { get; init; }

    public required Figure PipelineCoverage { get; init; }

    public required Figure QualifiedShare { get; init; }

    public required Figure PhantomShare { get; init; }

    public required Figure LeadFollowUpHours { get; init; }
}
