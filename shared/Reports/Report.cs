using SalesReports.Insights;
using SalesReports.Measures;
using SalesReports.Reports.Revisions;

namespace SalesReports.Reports;

/// <summary>
/// A weekly or monthly report, complete before anything is drawn; also the JSON of the HTTP API (version 1, additive changes
/// only). A snapshot: built once for its inputs, then served as the same bytes. Source: http-api.md.
/// </summary>
public sealed record Report
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary><c>weekly</c> or <c>monthly</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>2026-W47</c> or <c>2026-10</c>.</summary>
    public required string Period { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>First day after the period.</summary>
    public required DateOnly End { get; init; }

    public required string TimeZone { get; init; }

    public required Currency Currency { get; init; }

    /// <summary><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</summary>
    public required string Scope { get; init; }

    public required int Revision { get; init; }

    /// <summary>When this revision was first built.</summary>
    public required DateTimeOffset BuiltAt { get; init; }

    public required bool Complete { get; init; }

    public required IReadOnlyList<Metric> Metrics { get; init; }

    public required IReadOnlyList<Insight> Insights { get; init; }

    public required IReadOnlyList<SourceState> Sources { get; init; }

    /// <summary>What is missing: one entry for each undefined or partial metric.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    public required IReadOnlyList<Restatement> Restatements { get; init; }

    /// <summary>Why the figures differ from those of the revision before; empty in the first.</summary>
    public IReadOnlyList<RestatementCause> RestatementCauses { get; init; } = [];

    public required ReportSections Sections { get; init; }

    /// <summary>True when a reader would see no difference but when, from what state of the sources and as which revision it was built.</summary>
    public bool ShowsTheSameAs(Report other) => ReportJson.Write(Shown(this)).AsSpan().SequenceEqual(ReportJson.Write(Shown(other)));

    private static Report Shown(Report report) => report with { Revision = 0, BuiltAt = default, Sources = [], Restatements = [], RestatementCauses = [] };
}

/// <summary>How far a source had been pulled when the report was built.</summary>
/// <param name="Status"><c>ready</c>, <c>late</c> or <c>failed</c>.</param>
public sealed record SourceState(string Name, DateTimeOffset? PulledThrough, string Status);

/// <param name="Metric">The metric's id.</param>
/// <param name="Code">Stable code of the reason.</param>
public sealed record Gap(string Metric, string Status, string Code, LocalText Text);

/// <summary>A figure that an earlier revision showed differently.</summary>
public sealed record Restatement(string Metric, decimal? Before, decimal? After)
{
    /// <summary>The metrics whose value differs, in their order.</summary>
    public static IReadOnlyList<Restatement> Between(IReadOnlyList<Metric> before, IReadOnlyList<Metric> after) =>
    [
        .. after.Join(before, a => a.Id, b => b.Id, (a, b) => new Restatement(a.Id, b.Value, a.Value), StringComparer.Ordinal)
            .Where(change => change.Before != change.After),
    ];
}
