namespace SalesReports.Store;

/// <summary>Which state of a fact a row holds.</summary>
/// <param name="Hash">Of the content alone.</param>
/// <param name="Sequence">Number of the import that wrote it.</param>
/// <param name="ModifiedAt">The source's own time of change.</param>
internal sealed record FactVersion(string Hash, long Sequence, DateTimeOffset? ModifiedAt)
{
    /// <summary>What to do with this version when <paramref name="stored"/> is what we have. Source: storage.md, facts.</summary>
    /// <param name="olderOpen">See <see cref="ImportNumber.OlderOpen"/>.</param>
    public Verdict Against(FactVersion stored, long olderOpen = 0)
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

        return (same, Sequence.CompareTo(stored.Sequence)) switch
        {
            // An older import that still runs would take the row for its own to change.
            (true, > 0) when stored.Sequence < olderOpen => Verdict.OnlyNewer,
            (true, _) => Verdict.Unchanged,
            (false, >= 0) => Verdict.Write,
            (false, < 0) => Verdict.Stale,
        };
    }
}

internal enum Verdict
{
    Write,
    Unchanged,

    /// <summary>The same content under a newer time or import: the row must know, the days need not be rolled up again.</summary>
    OnlyNewer,
    Stale,
}
