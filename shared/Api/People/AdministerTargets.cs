using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SalesReports.Facts;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>/targets/{period}: what was promised for a month, a quarter or a year.</summary>
public sealed partial class AdministerTargets(Gate gate, AdministerFacts facts)
{
    private const decimal Largest = 1_000_000_000_000m;

    public Task<IResult> GetAsync(HttpRequest request, string period) => gate.AdmitAsync(request, PeoplePaths.Targets, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, PeoplePaths.Targets);
        return await AnswerAsync(request, Checked(period), cancellationToken);
    });

    public Task<IResult> ReplaceAsync(HttpRequest request, string period) => gate.AdmitAsync(request, PeoplePaths.SetTargets, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, PeoplePaths.SetTargets);
        var known = Checked(period);
        var targets = Checked(await JsonBody.ReadAsync<TargetsDraft>(request, PeoplePaths.SetTargets, cancellationToken));
        var (_, version) = await facts.TargetsAsync(known, cancellationToken);
        Precondition.Check(request, version);
        return await facts.SetTargetsAsync(known, targets, version, caller.Name, cancellationToken)
            ? await AnswerAsync(request, known, cancellationToken)
            : throw new ProblemException(Problems.ChangedMeanwhile);
    });

    private async Task<IResult> AnswerAsync(HttpRequest request, string period, CancellationToken cancellationToken)
    {
        var (targets, version) = await facts.TargetsAsync(period, cancellationToken);
        request.HttpContext.Response.Headers.ETag = Precondition.TagOf(version).ToString();
        return Answers.Private(request, new TargetList(period, [.. targets.Select(target => new TargetAnswer(target.Scope, target.Metric, target.Value, target.Source == Fact.Administered))]));
    }

    private static string Checked(string period) => PeriodShape().IsMatch(period)
        ? period
        : throw Query.Refused("period", period, "a month, quarter or year such as 2026-11, 2026-Q4 or 2026", ["2026-11", "2026-Q4", "2026"]);

    private static IReadOnlyList<TargetOfPeriod> Checked(TargetsDraft draft)
    {
        var targets = ListRules.Bounded(draft.Targets, "targets");
        foreach (var (entry, index) in targets.Select((entry, index) => (entry, index)))
        {
            var field = $"targets[{Words.Of(index)}]";
            if (entry?.Scope is not { } scope || !ScopeName.IsValid(scope))
            {
                throw ListRules.Refused($"{field}.scope", entry?.Scope, "company, team:NAME or rep:ID", [ScopeName.Company, "team:NAME", "rep:ID"]);
            }

            if (entry.Metric is not { } metric || !MetricShape().IsMatch(metric))
            {
                throw ListRules.Refused($"{field}.metric", entry.Metric, "the id of a metric such as revenue", MetricQuery.Metrics);
            }

            if (entry.Value is not (>= -Largest and <= Largest))
            {
                throw ListRules.Refused($"{field}.value", null, "a number up to a million millions", []);
            }
        }

        var known = targets.Select(entry => new TargetOfPeriod(entry.Scope!, entry.Metric!, entry.Value!.Value)).ToList();
        ListRules.RefuseTwice(known.Select(target => target.Key), "targets");
        return known;
    }

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeriodShape();

    [GeneratedRegex("^[a-z0-9_]{1,50}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetricShape();
}

public sealed record TargetsDraft
{
    public IReadOnlyList<TargetDraft>? Targets { get; init; }
}

public sealed record TargetDraft
{
    public string? Scope { get; init; }

    public string? Metric { get; init; }

    public decimal? Value { get; init; }
}

/// <param name="IsAdministered">Set by an admin; else as a source says.</param>
public sealed record TargetAnswer(string Scope, string Metric, decimal Value, bool IsAdministered);

public sealed record TargetList(string Period, IReadOnlyList<TargetAnswer> Targets);
