using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SalesReports.Api;

namespace SalesReports.Functions.Http;

public sealed class PeopleRoutes(AdministerTeams teams, AdministerTargets targets)
{
    [Function("GetTeams")]
    public Task<IResult> TeamsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeoplePaths.TeamsTemplate)] HttpRequest request) => teams.GetAsync(request);

    [Function("SetTeams")]
    public Task<IResult> SetTeamsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = PeoplePaths.TeamsTemplate)] HttpRequest request) => teams.ReplaceAsync(request);

    [Function("GetTargets")]
    public Task<IResult> TargetsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeoplePaths.TargetsTemplate)] HttpRequest request, string period) =>
        targets.GetAsync(request, period);

    [Function("SetTargets")]
    public Task<IResult> SetTargetsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = PeoplePaths.TargetsTemplate)] HttpRequest request, string period) =>
        targets.ReplaceAsync(request, period);
}
