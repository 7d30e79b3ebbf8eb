namespace SalesReports.Store;

/// <summary>Which state of a fact a row holds.</summary>
/// <param name="Hash">Of the content alone.</param>
/// <param name="Sequence">Number of the import that wrote it.</param>
/// <param name="ModifiedAt">The source's own time of change.</param>
internal sealed record FactVersion(string Hash, long Sequence, DateTimeOffset? ModifiedAt)
{
    /// <summary>What to do with this version when <paramref name="stored"/> is what we have. Source: storage.md, facts.</summary>
    public Verdict Against(FactVersion stored)
    {
        var same = Hash == stored.Hash;
        if (ModifiedAt is { } mine && stored.ModifiedAt is { } theirs && mine != theirs)
        {
            return (mine > theirs, same) switch
            {
                (false, _) => Verdict.Stale,
                (true, true) => Verdict.OnlyNewer,
                (true, false) => Verdict.Write,
            };
        }

        return same ? Verdict.Unchanged : Sequence >= stored.Sequence ? Verdict.Write : Verdict.Stale;
    }
}

internal enum Verdict
{
    Write,
    Unchanged,

    /// <summary>The same content under a newer time: the row must know, the days need not be rolled up again.</summary>
    OnlyNewer,
    Stale,
}
