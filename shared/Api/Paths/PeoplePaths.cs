using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of teams and targets.</summary>
public static class PeoplePaths
{
    public const string TeamsTemplate = "v1/teams";
    public const string TargetsTemplate = "v1/targets/{period}";

    /// <summary>Reps of a large company, and targets of each of them.</summary>
    internal const int MostEntries = 2_000;

    private const long MostList = 512 * 1024;

    private static readonly Parameter TargetPeriod = new("period", "path", "A month, a quarter or a year.",
        """{ "type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$", "examples": ["2026-11", "2026-Q4", "2026"] }""");

    public static Route Teams { get; } = new("GetTeams", TeamsTemplate, Role.Admin, "Every rep and their team, with an ETag", [], [Tagged("The teams", "TeamList"), .. AdminRefusals()]);

    public static Route SetTeams { get; } = new("SetTeams", TeamsTemplate, Role.Admin, "Replace the teams that admins set; they come before what sources say", [IfMatch],
        [Tagged("The teams", "TeamList"), .. AdminRefusals(412, 413, 415, 428)])
    { Method = "put", Body = Body("TeamsDraft", """{ "teams": [{ "repId": "R-1", "team": "North" }, { "repId": "R-2", "team": null }] }""", MostList) };

    public static Route Targets { get; } = new("GetTargets", TargetsTemplate, Role.Admin, "Targets of a month, quarter or year, with an ETag", [TargetPeriod], [Tagged("The targets", "TargetList"), .. AdminRefusals()]);

    public static Route SetTargets { get; } = new("SetTargets", TargetsTemplate, Role.Admin, "Replace the targets that admins set; they come before what sources say", [TargetPeriod, IfMatch],
        [Tagged("The targets", "TargetList"), .. AdminRefusals(412, 413, 415, 428)])
    { Method = "put", Body = Body("TargetsDraft", """{ "targets": [{ "scope": "company", "metric": "revenue", "value": 400000 }] }""", MostList) };

    internal static IReadOnlyList<Route> All { get; } = [Teams, SetTeams, Targets, SetTargets];
}
