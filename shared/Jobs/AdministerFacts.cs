using Azure;
using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Teams and targets that admins set. The list is written first, by whoever saw the one before; then its entries become facts of a
/// source that comes before all others. Who dies in between left a list that the same change, repeated, makes whole.
/// </summary>
public sealed class AdministerFacts(AdministeredLists lists, FactStore store, FactReader reader, SourceLedger ledger, TimeProvider clock)
{
    private const string TeamList = "teams";

    /// <summary>Every rep that is known and their team, by id.</summary>
    public async Task<(IReadOnlyList<Rep> Reps, ETag Version)> TeamsAsync(CancellationToken cancellationToken)
    {
        var (_, version) = await lists.ReadAsync<TeamOfRep>(TeamList, cancellationToken);
        var reps = MasterData.Latest(await reader.ReadAllAsync<Rep>(FactKind.Reps, cancellationToken));
        return ([.. reps.Values.OrderBy(rep => rep.Id, StringComparer.Ordinal)], version);
    }

    /// <returns>False when somebody changed the list since <paramref name="seen"/>.</returns>
    public async Task<bool> SetTeamsAsync(IReadOnlyList<TeamOfRep> teams, ETag seen, string by, CancellationToken cancellationToken)
    {
        var (before, _) = await lists.ReadAsync<TeamOfRep>(TeamList, cancellationToken);
        if (!await lists.WriteAsync(TeamList, teams, seen, by, Changes(before, teams, team => team.RepId, team => team.Team ?? ""), cancellationToken))
        {
            return false;
        }

        var known = MasterData.Latest((await reader.ReadAllAsync<Rep>(FactKind.Reps, cancellationToken)).Where(stored => stored.Fact.Source != Fact.Administered));
        var now = clock.GetUtcNow();
        var facts = teams.Select(team => Of(team, known.GetValueOrDefault(team.RepId), now))
            .Concat(before.ExceptBy(teams.Select(team => team.RepId), team => team.RepId, StringComparer.Ordinal).Select(team => Of(team, known.GetValueOrDefault(team.RepId), now) with { Deleted = true }));
        await WriteAsync(FactKind.Reps, [.. facts], cancellationToken);
        return true;
    }

    /// <summary>Every target of a period, by scope and metric.</summary>
    public async Task<(IReadOnlyList<Target> Targets, ETag Version)> TargetsAsync(string period, CancellationToken cancellationToken)
    {
        var (_, version) = await lists.ReadAsync<TargetOfPeriod>(TargetList(period), cancellationToken);
        var targets = MasterData.Latest(await reader.ReadAllAsync<Target>(FactKind.Targets, cancellationToken));
        return ([.. targets.Values.Where(target => target.Period == period).OrderBy(target => target.Id, StringComparer.Ordinal)], version);
    }

    /// <returns>False when somebody changed the list since <paramref name="seen"/>.</returns>
    public async Task<bool> SetTargetsAsync(string period, IReadOnlyList<TargetOfPeriod> targets, ETag seen, string by, CancellationToken cancellationToken)
    {
        var (before, _) = await lists.ReadAsync<TargetOfPeriod>(TargetList(period), cancellationToken);
        var changes = Changes(before, targets, target => target.Key, target => target.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!await lists.WriteAsync(TargetList(period), targets, seen, by, changes, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var facts = targets.Select(target => Of(target, period, now))
            .Concat(before.ExceptBy(targets.Select(target => target.Key), target => target.Key, StringComparer.Ordinal).Select(target => Of(target, period, now) with { Deleted = true }));
        await WriteAsync(FactKind.Targets, [.. facts], cancellationToken);
        return true;
    }

    private async Task WriteAsync(FactKind kind, IReadOnlyCollection<Fact> facts, CancellationToken cancellationToken)
    {
        var import = await ledger.BeginImportAsync(Fact.Administered, cancellationToken);
        await store.WriteAsync(kind, facts, import, cancellationToken);
        await ledger.EndImportAsync(Fact.Administered, import, clock.GetUtcNow(), null, null, [], cancellationToken);
    }

    private static Rep Of(TeamOfRep team, Rep? known, DateTimeOffset now) => new()
    {
        Source = Fact.Administered,
        Id = team.RepId,
        Name = known?.Name ?? team.RepId,
        Email = known?.Email,
        Manager = known?.Manager,
        Team = team.Team,
        ModifiedAt = now,
    };

    private static Target Of(TargetOfPeriod target, string period, DateTimeOffset now) => new()
    {
        Source = Fact.Administered,
        Id = $"{period}/{target.Key}",
        Period = period,
        Scope = target.Scope,
        Metric = target.Metric,
        Value = target.Value,
        ModifiedAt = now,
    };

    private static IReadOnlyList<FieldChange> Changes<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> keyOf, Func<T, string> textOf)
    {
        var (old, now) = (before.ToDictionary(keyOf, textOf, StringComparer.Ordinal), after.ToDictionary(keyOf, textOf, StringComparer.Ordinal));
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(key => new FieldChange(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static string TargetList(string period) => "targets " + period;
}

/// <param name="Team">Null for none.</param>
public sealed record TeamOfRep(string RepId, string? Team);

/// <param name="Scope"><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</param>
/// <param name="Metric">A metric's id.</param>
public sealed record TargetOfPeriod(string Scope, string Metric, decimal Value)
{
    /// <summary>What is unique within a period.</summary>
    internal string Key => $"{Scope}/{Metric}";
}
