using Microsoft.AspNetCore.Http;
using SalesReports.Jobs;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>/sources: how far each was pulled, and pulling one now.</summary>
public sealed class AdministerSources(Gate gate, PullSources pull, SourceLedger ledger, WorkQueues queues, StartedWork started)
{
    public Task<IResult> ListAsync(HttpRequest request) => gate.AdmitAsync(request, SourcePaths.List, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, SourcePaths.List);
        var known = (await ledger.ReadAsync(cancellationToken)).ToDictionary(source => source.Name, StringComparer.Ordinal);
        var names = pull.Names.Union(known.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Answers.Private(request, new SourceList([.. names.Select(name => SourceAnswer.Of(name, known.GetValueOrDefault(name), pull.Names.Contains(name)))]));
    });

    public Task<IResult> PullAsync(HttpRequest request, string name) => gate.AdmitAsync(request, SourcePaths.Pull, async (caller, cancellationToken) =>
    {
        var query = new Query(request, SourcePaths.Pull);
        var (from, to) = (query.Day("from"), query.Day("to"));
        if (!pull.Names.Contains(name, StringComparer.Ordinal))
        {
            throw new ProblemException(Problems.NoSource(pull.Names, name));
        }

        if (from > to)
        {
            throw Query.Refused("from", Words.Of(from.Value), $"a day up to {Words.Of(to.Value)} (to)", [$"up to {Words.Of(to.Value)}"]);
        }

        return await started.RunAsync(
            request, caller, "pull", $"{name} {from:yyyy-MM-dd}..{to:yyyy-MM-dd}", operation => queues.PullAsync(name, new PullWindow(from, to), operation, cancellationToken), cancellationToken);
    });
}

/// <param name="PulledThrough">Everything that the source knew before this instant has been read; null for never.</param>
/// <param name="Status"><c>ready</c>, <c>failed</c> or <c>never</c>, of the last pull.</param>
/// <param name="IsConfigured">False for one that facts were once read from.</param>
/// <param name="LastPull">Null when none has ended.</param>
public sealed record SourceAnswer(string Name, bool IsConfigured, DateTimeOffset? PulledThrough, string Status, PullTally? LastPull)
{
    internal static SourceAnswer Of(string name, PulledSource? source, bool isConfigured) =>
        new(name, isConfigured, source?.PulledThrough, source?.Status ?? "never", source?.LastPull);
}

public sealed record SourceList(IReadOnlyList<SourceAnswer> Items);
