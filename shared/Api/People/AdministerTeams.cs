using Microsoft.AspNetCore.Http;
using SalesReports.Facts;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>/teams: who is in which team.</summary>
public sealed class AdministerTeams(Gate gate, AdministerFacts facts)
{
    private const int LongestId = 200;

    public Task<IResult> GetAsync(HttpRequest request) => gate.AdmitAsync(request, PeoplePaths.Teams, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, PeoplePaths.Teams);
        return await AnswerAsync(request, cancellationToken);
    });

    public Task<IResult> ReplaceAsync(HttpRequest request) => gate.AdmitAsync(request, PeoplePaths.SetTeams, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, PeoplePaths.SetTeams);
        var teams = Checked(await JsonBody.ReadAsync<TeamsDraft>(request, PeoplePaths.SetTeams, cancellationToken));
        var (_, version) = await facts.TeamsAsync(cancellationToken);
        Precondition.Check(request, version);
        return await facts.SetTeamsAsync(teams, version, caller.Name, cancellationToken)
            ? await AnswerAsync(request, cancellationToken)
            : throw new ProblemException(Problems.ChangedMeanwhile);
    });

    private async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (reps, version) = await facts.TeamsAsync(cancellationToken);
        request.HttpContext.Response.Headers.ETag = Precondition.TagOf(version).ToString();
        return Answers.Private(request, new TeamList([.. reps.Select(rep => new TeamMember(rep.Id, rep.Name, rep.Team, rep.Source == Fact.Administered))]));
    }

    private static IReadOnlyList<TeamOfRep> Checked(TeamsDraft draft)
    {
        var teams = ListRules.Bounded(draft.Teams, "teams");
        foreach (var (entry, index) in teams.Select((entry, index) => (entry, index)))
        {
            var field = $"teams[{Words.Of(index)}]";
            if (entry?.RepId is not { Length: > 0 and <= LongestId } id || id.Any(char.IsControl) || id != id.Trim())
            {
                throw ListRules.Refused($"{field}.repId", entry?.RepId, $"an id of up to {Words.Of(LongestId)} characters", []);
            }

            if (entry.Team is { } team && !ScopeName.IsValid(ScopeName.OfTeam(team)))
            {
                throw ListRules.Refused($"{field}.team", team, "a name of up to 100 characters without / \\ ? # %, or null for none", []);
            }
        }

        ListRules.RefuseTwice(teams.Select(entry => entry.RepId!), "teams");
        return [.. teams.Select(entry => new TeamOfRep(entry.RepId!, entry.Team))];
    }
}

public sealed record TeamsDraft
{
    public IReadOnlyList<TeamDraft>? Teams { get; init; }
}

public sealed record TeamDraft
{
    public string? RepId { get; init; }

    /// <summary>Null for none.</summary>
    public string? Team { get; init; }
}

/// <param name="IsAdministered">Set by an admin; else as a source says.</param>
public sealed record TeamMember(string RepId, string Name, string? Team, bool IsAdministered);

public sealed record TeamList(IReadOnlyList<TeamMember> Teams);
